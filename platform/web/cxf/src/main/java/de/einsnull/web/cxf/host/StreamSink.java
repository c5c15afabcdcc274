package de.einsnull.web.cxf.host;

import de.einsnull.guard.api.Kind;
import de.einsnull.web.cxf.http.Bucket;
import de.einsnull.web.cxf.http.EventPipe;
import de.einsnull.web.cxf.http.GuardedResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.cxf.jaxrs.sse.SseEventSinkImpl;

/**
 * An event stream of a resource. An event is rendered on the thread of the module that sends it and waits for the client in
 * a bounded queue, so no thread of the server is ever held; a client that does not keep up is cut off and comes back. Only
 * a kind of CXF's own sink because CXF's broadcaster insists on it. Thread-safe.
 */
final class StreamSink extends SseEventSinkImpl {

    /** Attribute of the request that has become a stream. */
    static final String ATTRIBUTE = StreamSink.class.getName();

    private static final int EVENTS_PER_SECOND = 100;
    private static final int MOST_EVENTS = 1_000;
    private static final int MOST_BYTES = 524_288;
    private static final int LONGEST_EVENT = 65_536;
    private static final Annotation[] NO_ANNOTATIONS = {};
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final MessageBodyWriter<OutboundSseEvent> writer;
    private final GuardedResponse response;
    private final EventStreams streams;
    private final EventPipe pipe;
    private final Bucket bucket = new Bucket(EVENTS_PER_SECOND, System::nanoTime);
    private boolean begun;
    private volatile boolean closed;

    StreamSink(
            MessageBodyWriter<OutboundSseEvent> writer,
            AsyncResponse async,
            AsyncContext context,
            GuardedResponse response,
            EventStreams streams)
            throws IOException {
        super(writer, async, context, 1);
        this.writer = writer;
        this.response = response;
        this.streams = streams;
        var out = response.getResponse().getOutputStream();
        this.pipe = new EventPipe(context, out, MOST_EVENTS, MOST_BYTES, () -> streams.remove(this));
    }

    /**
     * Opens the stream, unless it is open: when the resource sends its first event, or has come back well without.
     *
     * @return false if something else was answered, or the client has left
     */
    synchronized boolean begin() {
        if (!begun) {
            if (pipe.isEnded() || !response.stream()) {
                return false;
            }
            begun = true;
            var raw = (HttpServletResponse) response.getResponse();
            raw.setHeader("Cache-Control", "no-cache, no-transform");
            raw.setHeader("X-Accel-Buffering", "no");
            pipe.start();
            pipe.offer(HEARTBEAT);
        }
        return true;
    }

    @Override
    public CompletionStage<?> send(OutboundSseEvent event) {
        if (isClosed() || !begin()) {
            return failed("The stream has ended");
        }
        var answer = bucket.take();
        if (answer != Bucket.Answer.TAKEN) {
            if (answer == Bucket.Answer.EMPTY) {
                streams.report(response, Kind.FLOODED);
            }
            return failed("More than " + EVENTS_PER_SECOND + " events a second");
        }
        try {
            return offer(render(event));
        } catch (LimitedBytes.TooLongException e) {
            streams.report(response, Kind.TOO_LARGE);
            return CompletableFuture.failedFuture(e);
        } catch (IOException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private byte[] render(OutboundSseEvent event) throws IOException {
        var bytes = new LimitedBytes(LONGEST_EVENT);
        writer.writeTo(
                event, event.getClass(), event.getGenericType(), NO_ANNOTATIONS, event.getMediaType(), null, bytes);
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private CompletionStage<?> offer(byte[] event) {
        if (pipe.offer(event)) {
            return CompletableFuture.completedFuture(null);
        }
        if (!pipe.isEnded()) {
            streams.cut(this);
        }
        return failed("The client does not keep up");
    }

    private static CompletionStage<?> failed(String why) {
        return CompletableFuture.failedFuture(new IllegalStateException(why));
    }

    /** A sign of life, by which clients that have left are noticed too. */
    void beat() {
        if (pipe.isStuck()) {
            streams.cut(this);
        } else {
            pipe.offer(HEARTBEAT);
        }
    }

    @Override
    public boolean isClosed() {
        return closed || pipe.isEnded();
    }

    /** Ends the stream when the client has taken what waits. */
    @Override
    public synchronized void close() {
        closed = true;
        if (begun) {
            pipe.finish();
        }
    }

    /** Ends the stream at once. */
    void end() {
        closed = true;
        pipe.end();
    }
}
