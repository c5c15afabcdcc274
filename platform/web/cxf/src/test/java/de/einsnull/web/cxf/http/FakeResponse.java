package de.einsnull.web.cxf.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A response that remembers what was done to it. */
final class FakeResponse extends ServletOutputStream {

    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    final Map<String, Object> headers = new HashMap<>();
    int status = 200;
    int flushes;

    HttpServletResponse asResponse() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                FakeResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getOutputStream" -> this;
                    case "setStatus" -> status = (int) arguments[0];
                    case "getStatus" -> status;
                    case "setContentType" -> headers.put("Content-Type", arguments[0]);
                    case "getContentType" -> headers.get("Content-Type");
                    case "setContentLength" -> headers.put("Content-Length", arguments[0]);
                    case "setHeader" -> headers.put((String) arguments[0], arguments[1]);
                    case "getHeader" -> headers.get(arguments[0]);
                    case "containsHeader" -> headers.containsKey(arguments[0]);
                    case "flushBuffer" -> flushes++;
                    case "isCommitted" -> body.size() > 0;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

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
