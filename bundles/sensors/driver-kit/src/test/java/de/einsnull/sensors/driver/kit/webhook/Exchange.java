package de.einsnull.sensors.driver.kit.webhook;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** One request and its response, as much of them as the webhook uses. */
final class Exchange {

    private final String path;
    private final Map<String, String> sent;
    private final ServletInputStream input;
    private final StringWriter output = new StringWriter();
    private final Map<String, String> headers = new HashMap<>();
    private int status = 200;

    Exchange(String path, Map<String, String> sent, byte[] body) {
        this.path = path;
        this.sent = sent;
        this.input = new Body(body);
    }

    int status() {
        return status;
    }

    String body() {
        return output.toString();
    }

    Map<String, String> headers() {
        return headers;
    }

    HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getPathInfo" -> path;
            case "getHeader" -> sent.get(arguments[0]);
            case "getInputStream" -> input;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (method, arguments) -> {
            switch (method) {
                case "setStatus" -> status = (int) arguments[0];
                case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                case "setContentType", "setCharacterEncoding" -> headers.put(method, (String) arguments[0]);
                case "getWriter" -> {
                    return new PrintWriter(output);
                }
                default -> throw new UnsupportedOperationException(method);
            }
            return null;
        });
    }

    private interface Call {
        Object of(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.of(method.getName(), arguments)));
    }

    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Body(byte[] body) {
            bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
