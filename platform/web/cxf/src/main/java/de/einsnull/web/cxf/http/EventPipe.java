package de.einsnull.web.cxf.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open event stream. Writing never blocks and holds no thread: what the other side does not take waits, so much and no
 * more. Thread-safe.
 */
public final class EventPipe implements WriteListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(EventPipe.class);

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final int mostEvents;
    private final long mostBytes;
    private final Runnable onEnd;
    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private long waitingBytes;
    private long taken;
    private long takenBefore = -1;
    private boolean mustFlush;
    private boolean finishing;

    /**
     * Prepares a stream.
     *
     * @param context the suspended request
     * @param out where the events go
     * @param mostEvents events that may wait
     * @param mostBytes bytes that may wait
     * @param onEnd called once when the stream has ended, whoever ended it
     */
    public EventPipe(AsyncContext context, ServletOutputStream out, int mostEvents, long mostBytes, Runnable onEnd) {
        this.context = context;
        this.out = out;
        this.mostEvents = mostEvents;
        this.mostBytes = mostBytes;
        this.onEnd = onEnd;
    }

    /** Begins to write; nothing may be sent before. */
    public void start() {
        context.setTimeout(0);
        context.addListener(this);
        out.setWriteListener(this);
    }

    /**
     * Sends as soon as the other side takes it.
     *
     * @return false if too much waits or the stream has ended; then nothing was added
     */
    public synchronized boolean offer(byte[] event) {
        if (isEnded() || finishing || waiting.size() >= mostEvents || waitingBytes + event.length > mostBytes) {
            return false;
        }
        add(event);
        drain();
        return true;
    }

    /** Forgets what waits and sends this instead. */
    public synchronized void replace(byte[] event) {
        if (!isEnded() && !finishing) {
            waiting.clear();
            waitingBytes = 0;
            add(event);
            drain();
        }
    }

    private void add(byte[] event) {
        waiting.add(event);
        waitingBytes += event.length;
    }

    private void drain() {
        try {
            while (!isEnded() && out.isReady()) {
                var next = waiting.poll();
                if (next != null) {
                    waitingBytes -= next.length;
                    taken++;
                    mustFlush = true;
                    out.write(next);
                } else if (mustFlush) {
                    mustFlush = false;
                    out.flush();
                } else {
                    if (finishing) {
                        end();
                    }
                    return;
                }
            }
        } catch (IOException | IllegalStateException otherSideLeft) {
            LOG.debug("The other side left", otherSideLeft);
            end();
        }
    }

    /** Whether something waits and nothing was taken since this was asked before. */
    public synchronized boolean isStuck() {
        boolean stuck = !waiting.isEmpty() && taken == takenBefore;
        takenBefore = taken;
        return stuck;
    }

    /** Whether the stream has ended. */
    public boolean isEnded() {
        return ended.get();
    }

    /** Ends the stream as soon as what waits was taken. */
    public synchronized void finish() {
        finishing = true;
        drain();
    }

    /** Ends the stream at once; harmless if it has ended. */
    public void end() {
        if (ended.compareAndSet(false, true)) {
            onEnd.run();
            try {
                context.complete();
            } catch (IllegalStateException completedAlready) {
                LOG.debug("The stream was complete", completedAlready);
            }
        }
    }

    @Override
    public synchronized void onWritePossible() {
        drain();
    }

    @Override
    public void onError(Throwable otherSideLeft) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // streams are not restarted
    }
}
