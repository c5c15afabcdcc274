package de.einsnull.security.core.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request as the client sent it, told by a trusted proxy. The last entry of each header is the proxy's own word. */
final class ClientRequest extends HttpServletRequestWrapper {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final String address;
    private final String scheme;
    private final String host;
    private final int port;

    ClientRequest(HttpServletRequest request) {
        super(request);
        var forwardedFor = last(request.getHeader("X-Forwarded-For"));
        var proto = last(request.getHeader("X-Forwarded-Proto"));
        address = forwardedFor.matches("[0-9A-Fa-f.:]{2,45}") ? forwardedFor : request.getRemoteAddr();
        scheme = "https".equalsIgnoreCase(proto) || "http".equalsIgnoreCase(proto)
                ? proto.toLowerCase(java.util.Locale.ROOT)
                : request.getScheme();
        var authority = last(request.getHeader("X-Forwarded-Host"));
        var given = authority.matches("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:\\d{1,5})?");
        host = given ? authority.replaceFirst(":\\d{1,5}$", "") : request.getServerName();
        port = given ? port(authority, host) : request.getServerPort();
    }

    private int port(String authority, String name) {
        if (authority.length() > name.length()) {
            return Integer.parseInt(authority.substring(name.length() + 1));
        }
        return isSecure() ? HTTPS_PORT : HTTP_PORT;
    }

    private static String last(String header) {
        return header == null
                ? ""
                : header.substring(header.lastIndexOf(',') + 1).strip();
    }

    @Override
    public String getRemoteAddr() {
        return address;
    }

    @Override
    public String getRemoteHost() {
        return address;
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public boolean isSecure() {
        return "https".equals(scheme);
    }

    @Override
    public String getServerName() {
        return host;
    }

    @Override
    public int getServerPort() {
        return port;
    }

    @Override
    public StringBuffer getRequestURL() {
        var standard = port == (isSecure() ? HTTPS_PORT : HTTP_PORT);
        return new StringBuffer(scheme + "://" + host + (standard ? "" : ":" + port) + getRequestURI());
    }
}
