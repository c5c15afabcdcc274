package de.einsnull.sensors.driver.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.procimg.SimpleDigitalOut;
import com.ghgande.j2mod.modbus.procimg.SimpleInputRegister;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import de.einsnull.sensors.testkit.FakeDevice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A meter: the slave of j2mod behind a socket that can misbehave. */
final class Meter implements FakeDevice, AutoCloseable {

    private final ModbusSlave slave;
    private final int slavePort;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Behaviour behaviour = Behaviour.NORMAL;

    /** Holding 0..3: float32 230.5, uint32 65538 with the low word first; input 0: 215; coil 3 is on. */
    Meter() {
        try {
            slavePort = free();
            slave = ModbusSlaveFactory.createTCPSlave(InetAddress.getLoopbackAddress(), slavePort, 5, false);
            slave.addProcessImage(1, image());
            slave.open();
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ModbusException e) {
            throw new IllegalStateException(e);
        }
        background(this::accept);
    }

    private static SimpleProcessImage image() {
        var image = new SimpleProcessImage(1);
        for (int word : new int[] {0x4366, 0x8000, 0x0002, 0x0001}) {
            image.addRegister(new SimpleRegister(word));
        }
        image.addInputRegister(new SimpleInputRegister(215));
        for (int i = 0; i < 4; i++) {
            image.addDigitalOut(new SimpleDigitalOut(i == 3));
        }
        return image;
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void behave(Behaviour next) {
        behaviour = next;
        if (next != Behaviour.SILENT) {
            open.forEach(Meter::quietly);
            open.clear();
        }
    }

    private static void background(Runnable work) {
        var thread = new Thread(work, "fake-web-service");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                open.add(socket);
                background(() -> serve(socket));
            } catch (IOException e) {
                // Closed by the test.
                continue;
            }
        }
    }

    private void serve(Socket socket) {
        try {
            switch (behaviour) {
                case NORMAL -> pass(socket);
                case NONSENSE -> {
                    var noise = new byte[200];
                    new Random(1).nextBytes(noise);
                    socket.getOutputStream().write(noise);
                }
                case AWAY -> socket.setSoLinger(true, 0);
                case SILENT -> {
                    return;
                }
            }
        } catch (IOException e) {
            // The driver hung up.
        }
        open.remove(socket);
        quietly(socket);
    }

    private void pass(Socket socket) throws IOException {
        try (var inner = new Socket(InetAddress.getLoopbackAddress(), slavePort)) {
            background(() -> copy(inner, socket));
            socket.getInputStream().transferTo(inner.getOutputStream());
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of them hung up.
            quietly(to);
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        behave(Behaviour.AWAY);
        slave.close();
    }
}
