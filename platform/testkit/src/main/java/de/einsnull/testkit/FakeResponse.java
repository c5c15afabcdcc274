package de.einsnull.testkit;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what a servlet or filter answered. What it does not know fails. For one thread. */
public final class FakeResponse extends HttpServletResponseWrapper {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Cookie> cookies = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
    private int status = SC_OK;
    private boolean committed;

    /** A response to which nothing was written yet. */
    public FakeResponse() {
        super((HttpServletResponse) Proxy.newProxyInstance(
                FakeResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, called, arguments) -> {
                    throw new UnsupportedOperationException(called.toString());
                }));
    }

    /**
     * Headers by name, whose case does not matter; the last value of each.
     *
     * @return the headers; {@code Charset} is the encoding that was set
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * One header.
     *
     * @param name its name
     * @return its value, null without one
     */
    public String header(String name) {
        return headers.get(name);
    }

    /**
     * Cookies by name.
     *
     * @return the cookies
     */
    public Map<String, Cookie> cookies() {
        return cookies;
    }

    /**
     * The body as text.
     *
     * @return what was written, read as UTF-8
     */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /**
     * The body.
     *
     * @return what was written
     */
    public byte[] bytes() {
        writer.flush();
        return body.toByteArray();
    }

    /** Pretends that the first bytes are under way. */
    public void commit() {
        committed = true;
    }

    @Override
    public void setHeader(String name, String value) {
        headers.put(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        headers.put(name, value);
    }

    @Override
    public boolean containsHeader(String name) {
        return headers.containsKey(name);
    }

    @Override
    public void setContentLength(int length) {
        headers.put("Content-Length", String.valueOf(length));
    }

    @Override
    public void setContentLengthLong(long length) {
        headers.put("Content-Length", String.valueOf(length));
    }

    @Override
    public void addCookie(Cookie cookie) {
        cookies.put(cookie.getName(), cookie);
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void sendError(int code) {
        status = code;
        committed = true;
    }

    @Override
    public boolean isCommitted() {
        return committed;
    }

    @Override
    public void setContentType(String type) {
        headers.put("Content-Type", type);
    }

    @Override
    public void setCharacterEncoding(String encoding) {
        headers.put("Charset", encoding);
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new Output();
    }

    private final class Output extends ServletOutputStream {
        @Override
        public void write(int value) {
            body.write(value);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
