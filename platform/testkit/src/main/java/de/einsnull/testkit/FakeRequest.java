package de.einsnull.testkit;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request to a servlet or filter, as a test describes it: from 192.0.2.7, by http, without a body. What it does not know
 * fails. For one thread.
 */
public final class FakeRequest extends HttpServletRequestWrapper {

    private final String method;
    private final String path;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> cookies = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private String address = "192.0.2.7";
    private String scheme = "http";
    private String pattern = "/*";
    private String query;
    private String info;
    private ServletInputStream stream = new RequestBody(new byte[0]);

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

    /** A request. */
    public static FakeRequest of(String method, String path) {
        return new FakeRequest(method, path);
    }

    /** A GET request. */
    public static FakeRequest get(String path) {
        return of("GET", path);
    }

    /** A POST request. */
    public static FakeRequest post(String path) {
        return of("POST", path);
    }

    /** Sets a header. */
    public FakeRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Sends a cookie. */
    public FakeRequest cookie(String name, String value) {
        cookies.put(name, value);
        return header("Cookie", "some");
    }

    /** Sets a parameter or field of a form. */
    public FakeRequest field(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /** Sets an attribute. */
    public FakeRequest attribute(String name, Object value) {
        attributes.put(name, value);
        return this;
    }

    /** Sends it from another address. */
    public FakeRequest from(String remoteAddress) {
        address = remoteAddress;
        return this;
    }

    /** Sends it by https. */
    public FakeRequest https() {
        scheme = "https";
        return this;
    }

    /** Names the pattern of the servlet that serves it. */
    public FakeRequest servedBy(String servletPattern) {
        pattern = servletPattern;
        return this;
    }

    /** Sets the part of the path that the pattern of the servlet leaves over. */
    public FakeRequest info(String pathInfo) {
        info = pathInfo;
        return this;
    }

    /** Sets the query of the address. */
    public FakeRequest query(String text) {
        query = text;
        return this;
    }

    /** Sends a body whose length is not stated. */
    public FakeRequest body(String text) {
        stream = new RequestBody(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Sends a body whose length is stated. */
    public FakeRequest body(String type, String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return header("Content-Type", type)
                .header("Content-Length", String.valueOf(length))
                .body(text);
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
        return info;
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
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> all = new HashMap<>();
        parameters.forEach((name, value) -> all.put(name, new String[] {value}));
        return all;
    }

    @Override
    public Object getAttribute(String name) {
        return attributes.get(name);
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
        return new RequestMapping(pattern);
    }

    @Override
    public boolean isAsyncStarted() {
        return false;
    }

    @Override
    public ServletInputStream getInputStream() {
        return stream;
    }
}
