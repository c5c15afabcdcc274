package de.einsnull.web.cxf.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The stream of a {@link GuardedResponse}. */
final class GuardedStream extends ServletOutputStream {

    private final GuardedResponse response;

    GuardedStream(GuardedResponse response) {
        this.response = response;
    }

    @Override
    public void write(int value) throws IOException {
        response.write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        response.write(source, offset, length);
    }

    @Override
    public void flush() throws IOException {
        response.flush();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("Write to the stream, it is buffered");
    }
}
