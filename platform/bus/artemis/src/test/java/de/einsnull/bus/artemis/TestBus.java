package de.einsnull.bus.artemis;

import de.einsnull.bus.artemis.broker.DoorUser;
import de.einsnull.bus.artemis.broker.DoorUsers;
import de.einsnull.bus.artemis.settings.Door;
import de.einsnull.bus.artemis.settings.Door.Protocol;
import de.einsnull.bus.artemis.settings.Settings;
import de.einsnull.bus.artemis.settings.Settings.External;
import de.einsnull.bus.artemis.settings.Settings.Limits;
import de.einsnull.bus.artemis.settings.Settings.Storage;
import de.einsnull.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real bus in this process, with its journal in a directory of the test. */
public final class TestBus implements AutoCloseable {

    public static final String PASSWORD = "test-password";
    private static final long MIB = 1024 * 1024;

    private final DoorUsers users = new DoorUsers();
    private final BusRuntime runtime = new BusRuntime(users, BusMeters.NONE, Clock.systemUTC());
    private Settings settings;

    private TestBus(Settings settings) {
        this.settings = settings;
    }

    /** An embedded broker without doors. */
    public static TestBus in(Path directory) {
        var storage = new Storage(directory, true, 32 * MIB, MIB);
        var limits = new Limits(64 * 1024, 512 * 1024, Duration.ofSeconds(10), 10_000);
        return new TestBus(new Settings(Optional.empty(), List.of(), List.of(), storage, limits));
    }

    /** An external broker. */
    public static TestBus at(String url, String user) {
        var bus = in(Path.of("unused"));
        bus.settings = new Settings(
                Optional.of(new External(url, user, PASSWORD)),
                List.of(),
                List.of(),
                bus.settings.storage(),
                bus.settings.limits());
        return bus;
    }

    public TestBus door(Protocol protocol, int port) {
        return door(new Door(protocol, "127.0.0.1", port, Optional.empty()));
    }

    public TestBus door(Door door) {
        var doors = new ArrayList<>(settings.doors());
        doors.add(door);
        settings =
                new Settings(settings.external(), doors, settings.guestTopics(), settings.storage(), settings.limits());
        return this;
    }

    /** Gives up sending soon. */
    public TestBus impatient() {
        var limits = new Limits(64 * 1024, 512 * 1024, Duration.ofMillis(300), 10);
        settings =
                new Settings(settings.external(), settings.doors(), settings.guestTopics(), settings.storage(), limits);
        return this;
    }

    /** Lets anybody hear what is for everybody on these topics. */
    public TestBus open(String... topics) {
        settings = new Settings(
                settings.external(), settings.doors(), List.of(topics), settings.storage(), settings.limits());
        return this;
    }

    public TestBus user(String name, List<String> publish, List<String> subscribe) {
        users.put(new DoorUser(name, PASSWORD, publish, subscribe));
        return this;
    }

    public TestBus start() {
        runtime.apply(settings);
        Eventually.eventually("the bus is up", () -> runtime.link().current().isPresent() && !runtime.isStarting());
        return this;
    }

    /** Applies other settings, as a change of the configuration does. */
    public void apply(Settings other) {
        settings = other;
        runtime.apply(other);
    }

    public Settings settings() {
        return settings;
    }

    public DoorUsers users() {
        return users;
    }

    public BusRuntime runtime() {
        return runtime;
    }

    public ArtemisBus bus() {
        return runtime.bus();
    }

    @Override
    public void close() {
        runtime.close();
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
