package de.einsnull.sensors.codec.js;

import java.io.ByteArrayOutputStream;

/** Takes what scripts write to the console: the first part of it, for sentences about mistakes. */
final class Bin extends ByteArrayOutputStream {

    private static final int MOST = 2_000;

    @Override
    public synchronized void write(int b) {
        if (size() < MOST) {
            super.write(b);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int left = Math.min(length, MOST - size());
        if (left > 0) {
            super.write(bytes, offset, left);
        }
    }

    @Override
    public void writeBytes(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }
}
