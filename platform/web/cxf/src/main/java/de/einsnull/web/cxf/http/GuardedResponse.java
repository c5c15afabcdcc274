package de.einsnull.web.cxf.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.osgi.framework.FrameworkUtil;

/**
 * A response that is kept in memory until it is whole or large, so that a late error can still replace it, an unchanged
 * one need not be sent, and another thread can take it over from a thread that hangs.
 */
public final class GuardedResponse extends HttpServletResponseWrapper {

    private enum State {
        /** All of it is in memory. */
        KEPT,
        /** Some of it may have left. */
        FLOWING,
        /** An event stream has the connection; what else is written is thrown away. */
        STREAMING,
        /** Another thread has answered; what the owner writes is thrown away. */
        DROPPED,
        /** It broke off in the middle; the owner must not go on. */
        BROKEN
    }

    private final int keptBytes;
    private final long mostBytes;
    private final String asked;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(1024);
    private final ServletOutputStream stream = new GuardedStream(this);
    private State state = State.KEPT;
    private PrintWriter writer;
    private long written;
    private volatile long servedBy = -1;
    private volatile boolean left;

    /**
     * Wraps a response of the platform itself, which may be of any size.
     *
     * @param response where it goes in the end
     * @param keptBytes size up to which the body is kept
     */
    public GuardedResponse(HttpServletResponse response, int keptBytes) {
        this(response, keptBytes, Long.MAX_VALUE, "");
    }

    /**
     * Wraps a response of a resource.
     *
     * @param response where it goes in the end
     * @param keptBytes size up to which the body is kept
     * @param mostBytes size at which it breaks off
     * @param asked what was asked for, for people
     */
    public GuardedResponse(HttpServletResponse response, int keptBytes, long mostBytes, String asked) {
        super(response);
        this.keptBytes = keptBytes;
        this.mostBytes = mostBytes;
        this.asked = asked;
    }

    /** A resource of this class answers now. */
    public void serve(Class<?> resource) {
        var bundle = FrameworkUtil.getBundle(resource);
        servedBy = bundle == null ? -1 : bundle.getBundleId();
    }

    /** Id of the bundle whose resource answers or answered; -1 while it was not found yet. */
    public long servedBy() {
        return servedBy;
    }

    /** What was asked for. */
    public String asked() {
        return asked;
    }

    /** The resource has come back. */
    public void leave() {
        left = true;
    }

    /** Whether the resource has come back. */
    public boolean isLeft() {
        return left;
    }

    /** Whether the body was longer than it may be. */
    public synchronized boolean isTooLarge() {
        return written > mostBytes;
    }

    /** Lets what is written from now on flow out at once, as event streams need it. */
    public synchronized void flow() throws IOException {
        if (state == State.KEPT) {
            state = State.FLOWING;
            kept.writeTo(super.getOutputStream());
            kept.reset();
        }
    }

    /**
     * Gives the connection to an event stream.
     *
     * @return false if something else was answered already
     */
    public synchronized boolean stream() {
        if (state == State.KEPT && !super.isCommitted() && kept.size() == 0) {
            state = State.STREAMING;
        }
        return state == State.STREAMING;
    }

    /**
     * Takes the response away from the thread that owns it; whatever that thread writes later is lost.
     *
     * @return the response to write to, or null if some of the body has left already
     */
    public synchronized HttpServletResponse takeOver() {
        var untouched = state == State.KEPT && !super.isCommitted();
        state = untouched ? State.DROPPED : State.BROKEN;
        kept.reset();
        return untouched ? (HttpServletResponse) getResponse() : null;
    }

    /** Whether nothing has left yet and the response still belongs to its thread. */
    public synchronized boolean isKept() {
        return state == State.KEPT && !super.isCommitted();
    }

    /** The body so far; only while {@link #isKept()}. */
    public synchronized byte[] body() {
        return kept.toByteArray();
    }

    /** Forgets the body so far; only while {@link #isKept()}. */
    public synchronized void discardBody() {
        kept.reset();
    }

    /** Sends what is kept. */
    public synchronized void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (state == State.KEPT && !super.isCommitted()) {
            state = State.FLOWING;
            if (kept.size() > 0) {
                super.setContentLength(kept.size());
                kept.writeTo(super.getOutputStream());
            }
        }
    }

    /** Whether another thread has answered. */
    public synchronized boolean isTaken() {
        return state == State.DROPPED || state == State.BROKEN;
    }

    synchronized void write(byte[] source, int offset, int length) throws IOException {
        refuseIfBroken();
        if ((state == State.KEPT || state == State.FLOWING) && !isEventStream()) {
            written += length;
            if (isTooLarge()) {
                state = state == State.KEPT && !super.isCommitted() ? State.KEPT : State.BROKEN;
                throw new IOException("The answer is longer than " + mostBytes + " bytes");
            }
        }
        if (state == State.KEPT && (kept.size() + length > keptBytes || isEventStream())) {
            flow();
        }
        if (state == State.KEPT) {
            kept.write(source, offset, length);
        } else if (state == State.FLOWING) {
            super.getOutputStream().write(source, offset, length);
        }
    }

    synchronized void flush() throws IOException {
        refuseIfBroken();
        if (state == State.KEPT && isEventStream()) {
            flow();
        }
        if (state == State.FLOWING) {
            super.flushBuffer();
        }
    }

    private void refuseIfBroken() throws IOException {
        if (state == State.BROKEN) {
            throw new IOException("The answer broke off");
        }
    }

    private boolean isEventStream() {
        var type = getContentType();
        return type != null && type.startsWith("text/event-stream");
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public synchronized PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        flush();
    }

    @Override
    public synchronized boolean isCommitted() {
        return state != State.KEPT || super.isCommitted();
    }

    @Override
    public synchronized void setStatus(int status) {
        if (!isTaken()) {
            super.setStatus(status);
        }
    }

    @Override
    public synchronized void setHeader(String name, String value) {
        if (!isTaken()) {
            super.setHeader(name, value);
        }
    }

    @Override
    public synchronized void addHeader(String name, String value) {
        if (!isTaken()) {
            super.addHeader(name, value);
        }
    }

    @Override
    public synchronized void setContentType(String type) {
        if (!isTaken()) {
            super.setContentType(type);
        }
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
    }

    @Override
    public void setContentLength(int length) {
        // set when the body is whole
    }

    @Override
    public void setContentLengthLong(long length) {
        // set when the body is whole
    }

    @Override
    public synchronized void resetBuffer() {
        kept.reset();
    }
}
