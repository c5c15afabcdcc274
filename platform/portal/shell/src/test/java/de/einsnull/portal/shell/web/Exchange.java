package de.einsnull.portal.shell.web;

import de.einsnull.portal.shell.testing.Fakes;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request to a servlet and what it answered. */
final class Exchange {

    private final String method;
    private final String path;
    private final Map<String, String> requestHeaders = new HashMap<>();
    private final Map<String, String[]> parameters = new HashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final List<Cookie> sent = new ArrayList<>();
    private byte[] content = new byte[0];
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    final Map<String, String> headers = new HashMap<>();
    final List<Cookie> cookies = new ArrayList<>();
    int status = 200;

    Exchange(String method, String path) {
        this.method = method;
        this.path = path;
    }

    Exchange header(String name, String value) {
        requestHeaders.put(name, value);
        return this;
    }

    Exchange parameter(String name, String value) {
        parameters.put(name, new String[] {value});
        return this;
    }

    /** A form with files; each part is its head line and its content. */
    Exchange parts(String... parts) {
        var text = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            text.append("--grenze\r\nContent-Disposition: form-data; ")
                    .append(parts[i])
                    .append("\r\n\r\n")
                    .append(parts[i + 1])
                    .append("\r\n");
        }
        return multipart(text.append("--grenze--\r\n").toString());
    }

    Exchange multipart(String text) {
        content = text.getBytes(StandardCharsets.UTF_8);
        return header("Content-Type", "multipart/form-data; boundary=grenze");
    }

    Exchange attribute(String name, Object value) {
        attributes.put(name, value);
        return this;
    }

    Exchange cookie(String name, String value) {
        sent.add(new Cookie(name, value));
        return this;
    }

    HttpServletRequest request() {
        var calls = new HashMap<String, Fakes.Call>();
        calls.put("getMethod", arguments -> method);
        calls.put("getRequestURI", arguments -> path);
        calls.put("getPathInfo", arguments -> path.substring(path.indexOf('/', 1)));
        calls.put("getHeader", arguments -> requestHeaders.get((String) arguments[0]));
        calls.put("getParameterMap", arguments -> parameters);
        calls.put("getAttribute", arguments -> attributes.get((String) arguments[0]));
        calls.put("getContentType", arguments -> requestHeaders.get("Content-Type"));
        calls.put("getContentLengthLong", arguments -> (long) content.length);
        calls.put("getInputStream", arguments -> new Input(new ByteArrayInputStream(content)));
        calls.put("getCookies", arguments -> sent.isEmpty() ? null : sent.toArray(Cookie[]::new));
        return Fakes.of(HttpServletRequest.class, calls);
    }

    HttpServletResponse response() {
        var calls = new HashMap<String, Fakes.Call>();
        calls.put("setStatus", arguments -> status = (Integer) arguments[0]);
        calls.put("setHeader", arguments -> headers.put((String) arguments[0], (String) arguments[1]));
        calls.put("setContentType", arguments -> headers.put("Content-Type", (String) arguments[0]));
        calls.put("addCookie", arguments -> cookies.add((Cookie) arguments[0]));
        calls.put("getOutputStream", arguments -> new Output());
        return Fakes.of(HttpServletResponse.class, calls);
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return body.toByteArray();
    }

    private static final class Input extends ServletInputStream {

        private final ByteArrayInputStream in;

        private Input(ByteArrayInputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
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

    private final class Output extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int b) {
            body.write(b);
        }
    }
}
