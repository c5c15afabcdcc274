package de.einsnull.web.cxf.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open page. Writing never blocks; a page that does not keep up loses its events and is told to resync. */
final class LiveClient implements WriteListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(LiveClient.class);

    private final String address;
    private final Set<String> channels;
    private final int mostWaiting;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<LiveClient> onEnd;
    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private boolean mustFlush;

    LiveClient(LiveRequest request, int mostWaiting, AsyncContext context, Consumer<LiveClient> onEnd)
            throws IOException {
        this.address = request.address();
        this.channels = request.channels();
        this.mostWaiting = mostWaiting;
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.onEnd = onEnd;
    }

    /** Begins to write; nothing may be sent before. */
    void start() {
        context.setTimeout(0);
        context.addListener(this);
        out.setWriteListener(this);
    }

    String address() {
        return address;
    }

    /** What a message on a channel is called here, null if this page does not listen to it. */
    String nameOf(String channel) {
        if (!channels.contains(channel)) {
            return null;
        }
        return channels.size() == 1 ? "" : channel;
    }

    /** Sends as soon as the page takes it. */
    synchronized void send(byte[] event) {
        if (ended.get()) {
            return;
        }
        if (waiting.size() >= mostWaiting) {
            waiting.clear();
            waiting.add(LiveEvent.RESYNC);
        } else {
            waiting.add(event);
        }
        drain();
    }

    private void drain() {
        try {
            while (out.isReady()) {
                var next = waiting.poll();
                if (next != null) {
                    out.write(next);
                    mustFlush = true;
                } else if (mustFlush) {
                    mustFlush = false;
                    out.flush();
                } else {
                    return;
                }
            }
        } catch (IOException | IllegalStateException pageLeft) {
            LOG.debug("A page left", pageLeft);
            end();
        }
    }

    /** Ends the stream; harmless if it has ended. */
    void end() {
        if (ended.compareAndSet(false, true)) {
            onEnd.accept(this);
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
    public void onError(Throwable pageLeft) {
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
