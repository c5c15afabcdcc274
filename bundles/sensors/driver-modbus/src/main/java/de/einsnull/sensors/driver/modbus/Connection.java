package de.einsnull.sensors.driver.modbus;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A connection by Modbus TCP (Modbus Messaging on TCP/IP Implementation Guide 1.0b). It can read and nothing else: the driver
 * cannot switch anything, whatever its settings say. For one thread.
 */
final class Connection implements AutoCloseable {

    private static final int HEAD = 7;
    private static final int LONGEST = 260;

    private final Socket socket = new Socket();
    private int transaction;

    Connection(String host, int port, int timeoutMillis) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(timeoutMillis);
            socket.connect(new InetSocketAddress(host, port), timeoutMillis);
        } catch (IOException | IllegalArgumentException e) {
            socket.close();
            throw e;
        }
    }

    Block.Data read(int unit, Block block) throws IOException, Refused {
        transaction = (transaction + 1) & 0xffff;
        var question = ByteBuffer.allocate(HEAD + 5)
                .putShort((short) transaction)
                .putShort((short) 0)
                .putShort((short) 6)
                .put((byte) unit)
                .put((byte) block.table().function())
                .putShort((short) block.address())
                .putShort((short) block.count());
        socket.getOutputStream().write(question.array());
        return new Block.Data(block, answer(unit, block));
    }

    private byte[] answer(int unit, Block block) throws IOException, Refused {
        var in = new DataInputStream(socket.getInputStream());
        int id = in.readUnsignedShort();
        int protocol = in.readUnsignedShort();
        int length = in.readUnsignedShort();
        if (id != transaction || protocol != 0 || length < 3 || length > LONGEST - HEAD + 1) {
            throw new ProtocolException("the answer is not Modbus, or one to another question");
        }
        var body = in.readNBytes(length);
        int function = block.table().function();
        if (body.length < length || (body[0] & 0xff) != unit || (body[1] & 0x7f) != function) {
            throw new ProtocolException("the answer is cut off or one to another question");
        }
        if (body[1] < 0) {
            throw new Refused(body[2] & 0xff);
        }
        int wanted = block.table().bytes(block.count());
        if ((body[2] & 0xff) != wanted || length != wanted + 3) {
            throw new ProtocolException("the answer has not as many registers as were asked for");
        }
        return Arrays.copyOfRange(body, 3, length);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
