package de.einsnull.web.cxf.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Stops reading a request body that is longer than allowed, whatever its headers claim, and remembers whether the answer
 * was left to another thread.
 */
public final class LimitedRequest extends HttpServletRequestWrapper {

    private final long limit;
    private LimitedStream stream;
    private volatile boolean wentAsync;

    public LimitedRequest(HttpServletRequest request, long limitInBytes) {
        super(request);
        this.limit = limitInBytes;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new LimitedStream(super.getInputStream(), limit);
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** Whether the answer is left to another thread; stays true when that thread has been quicker. */
    public boolean wentAsync() {
        return wentAsync;
    }

    @Override
    public AsyncContext startAsync() {
        var context = super.startAsync();
        wentAsync = true;
        return context;
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        var context = super.startAsync(request, response);
        wentAsync = true;
        return context;
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private long count;

        LimitedStream(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            count(0);
            var value = body.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            count(0);
            var read = body.read(target, offset, length);
            count(Math.max(0, read));
            return read;
        }

        /** Fails before each further read too: CXF would otherwise wait for the rest before it answers. */
        private void count(int read) throws BodyTooLargeException {
            count += read;
            if (count > limit) {
                throw new BodyTooLargeException(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
