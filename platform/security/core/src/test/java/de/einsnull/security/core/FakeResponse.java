package de.einsnull.security.core;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what was answered. What it does not know fails. */
public final class FakeResponse extends HttpServletResponseWrapper {

    public final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    public final Map<String, Cookie> cookies = new HashMap<>();
    private final StringWriter body = new StringWriter();
    private int status = SC_OK;
    private boolean committed;

    public FakeResponse() {
        super((HttpServletResponse) Proxy.newProxyInstance(
                FakeResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, called, arguments) -> {
                    throw new UnsupportedOperationException(called.toString());
                }));
    }

    public String header(String name) {
        return headers.get(name);
    }

    public String body() {
        return body.toString();
    }

    public void commit() {
        committed = true;
    }

    @Override
    public void setHeader(String name, String value) {
        headers.put(name, value);
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
        return new PrintWriter(body, true);
    }
}
