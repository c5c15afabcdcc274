package de.einsnull.bus.artemis.message;

import java.lang.reflect.Proxy;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.core.client.impl.ClientMessageImpl;

/** A session without a broker: it can make messages and nothing else. */
final class Sessions {

    private static final int BUFFER_BYTES = 64;

    private Sessions() {}

    static ClientSession offline() {
        return (ClientSession) Proxy.newProxyInstance(
                Sessions.class.getClassLoader(), new Class<?>[] {ClientSession.class}, (session, method, arguments) -> {
                    if (!method.getName().equals("createMessage")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return arguments.length == 2
                            ? message((byte) arguments[0], (boolean) arguments[1], 0, (byte) 4)
                            : message((byte) arguments[0], (boolean) arguments[1], (long) arguments[3], (byte)
                                    arguments[4]);
                });
    }

    static ClientMessageImpl message(byte type, boolean durable, long timestamp, byte priority) {
        return new ClientMessageImpl(type, durable, 0, timestamp, priority, BUFFER_BYTES);
    }
}
