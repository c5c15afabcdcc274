package de.einsnull.security.core;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.MappingMatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A request that a test describes. What it does not describe fails. */
public final class FakeRequest extends HttpServletRequestWrapper {

    private final String method;
    private final String path;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> cookies = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();
    private String address = "192.0.2.7";
    private String scheme = "http";
    private String pattern = "/*";
    private String query;
    private ServletInputStream stream = new Body(new ByteArrayInputStream(new byte[0]));

    private FakeRequest(String method, String path) {
        super((HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> {
                    throw new UnsupportedOperationException(called.toString());
                }));
        this.method = method;
        this.path = path;
    }

    public static FakeRequest get(String path) {
        return new FakeRequest("GET", path);
    }

    public static FakeRequest post(String path) {
        return new FakeRequest("POST", path);
    }

    public FakeRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public FakeRequest cookie(String name, String value) {
        cookies.put(name, value);
        return header("Cookie", "some");
    }

    public FakeRequest field(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    public FakeRequest from(String remoteAddress) {
        address = remoteAddress;
        return this;
    }

    public FakeRequest https() {
        scheme = "https";
        return this;
    }

    public FakeRequest servedBy(String servletPattern) {
        pattern = servletPattern;
        return this;
    }

    public FakeRequest query(String text) {
        query = text;
        return this;
    }

    /** A body whose length is not stated. */
    public FakeRequest body(String text) {
        stream = new Body(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getServletPath() {
        return path;
    }

    @Override
    public String getPathInfo() {
        return null;
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public String getQueryString() {
        return query;
    }

    @Override
    public String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Cookie[] getCookies() {
        return cookies.isEmpty()
                ? null
                : cookies.entrySet().stream()
                        .map(entry -> new Cookie(entry.getKey(), entry.getValue()))
                        .toArray(Cookie[]::new);
    }

    @Override
    public String getParameter(String name) {
        return parameters.get(name);
    }

    @Override
    public String getRemoteAddr() {
        return address;
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public boolean isSecure() {
        return scheme.equals("https");
    }

    @Override
    public String getServerName() {
        return "localhost";
    }

    @Override
    public int getServerPort() {
        return 8080;
    }

    @Override
    public String getCharacterEncoding() {
        return null;
    }

    @Override
    public String getContentType() {
        return headers.get("Content-Type");
    }

    @Override
    public long getContentLengthLong() {
        var stated = headers.get("Content-Length");
        return stated == null ? -1 : Long.parseLong(stated);
    }

    @Override
    public HttpServletMapping getHttpServletMapping() {
        return new Mapping(pattern);
    }

    @Override
    public boolean isAsyncStarted() {
        return false;
    }

    @Override
    public ServletInputStream getInputStream() {
        return stream;
    }

    private record Mapping(String getPattern) implements HttpServletMapping {
        @Override
        public String getMatchValue() {
            return "";
        }

        @Override
        public String getServletName() {
            return "any";
        }

        @Override
        public MappingMatch getMappingMatch() {
            return MappingMatch.PATH;
        }
    }

    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream in;

        Body(ByteArrayInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
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
}
