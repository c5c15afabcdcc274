package de.einsnull.web.cxf.live;

import java.nio.charset.StandardCharsets;

/** Bytes of the event stream format (WHATWG HTML, 9.2). */
final class LiveEvent {

    /** Keeps proxies and browsers from closing a quiet stream. */
    static final byte[] HEARTBEAT = bytes(":\n\n");
    /** Says that events may have been lost. */
    static final byte[] RESYNC = bytes("event: resync\ndata:\n\n");
    /** Opens a stream; the id makes the browser tell us when it comes back. */
    static final byte[] HELLO = bytes("retry: 3000\nid: 0\n\n");

    private LiveEvent() {}

    /**
     * One event.
     *
     * @param name empty for plain messages
     */
    static byte[] of(long id, String name, String data) {
        return bytes("id: " + id + "\n" + (name.isEmpty() ? "" : "event: " + name + "\n") + "data: " + data + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
