package de.einsnull.testkit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;

/** Bytes as the body of a request. */
final class RequestBody extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    RequestBody(byte[] content) {
        bytes = new ByteArrayInputStream(content);
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
