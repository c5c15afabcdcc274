package de.einsnull.web.cxf.live;

import de.einsnull.web.cxf.http.EventPipe;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.function.Consumer;

/** One open page. A page that does not keep up loses its events and is told to resync. */
final class LiveClient {

    private final LiveRequest request;
    private final EventPipe pipe;

    LiveClient(LiveRequest request, int mostWaiting, AsyncContext context, Consumer<LiveClient> onEnd)
            throws IOException {
        this.request = request;
        var out = context.getResponse().getOutputStream();
        this.pipe = new EventPipe(context, out, mostWaiting, Long.MAX_VALUE, () -> onEnd.accept(this));
    }

    /** Begins to write; nothing may be sent before. */
    void start() {
        pipe.start();
    }

    String address() {
        return request.address();
    }

    /** What a message on a channel is called here, null if this page does not listen to it. */
    String nameOf(String channel) {
        if (!request.channels().contains(channel)) {
            return null;
        }
        return request.channels().size() == 1 ? "" : channel;
    }

    boolean listensToOneOf(Collection<String> channels) {
        return !Collections.disjoint(request.channels(), channels);
    }

    /** Sends as soon as the page takes it; false if it has lost events by now. */
    boolean send(byte[] event) {
        if (pipe.offer(event) || pipe.isEnded()) {
            return true;
        }
        pipe.replace(LiveEvent.RESYNC);
        return false;
    }

    /** Whether the page took nothing since this was asked before, although something waits for it. */
    boolean isStuck() {
        return pipe.isStuck();
    }

    /** Ends the stream; harmless if it has ended. */
    void end() {
        pipe.end();
    }
}
