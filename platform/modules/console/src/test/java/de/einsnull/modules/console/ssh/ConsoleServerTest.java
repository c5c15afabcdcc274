package de.einsnull.modules.console.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.console.TestShell;
import de.einsnull.testkit.Eventually;
import de.einsnull.testkit.FakeModules;
import de.einsnull.testkit.RecordedAudit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console is for the owner of a key and of an account of city IT, and for nobody else. */
class ConsoleServerTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path keys;

    private final TestShell shell = new TestShell();
    private final RecordedAudit audit = new RecordedAudit();
    private final SshClient client = SshClient.setUpDefaultClient();
    private ConsoleServer server;
    private KeyPair kim;

    @BeforeEach
    void start() throws Exception {
        shell.accounts.add("kim", false, "admin").add("lou", false, "staff").add("mia", true, "admin");
        shell.modules.add(FakeModules.module("trees", Module.Origin.INSTALLED, Module.State.RUNNING));
        var people = new People(shell.accounts.service(), audit);
        server = new ConsoleServer(new TestConfig(), keys, shell.factory(), people, new MemorySecrets());
        client.setServerKeyVerifier((session, address, key) -> true);
        client.start();
        kim = key();
        allow("kim", kim);
    }

    @AfterEach
    void stop() throws IOException {
        client.stop();
        server.stop();
        shell.close();
    }

    @Test
    void aCommandAnswersAndTheAuditNamesWhoCameIn() throws Exception {
        try (ClientSession session = login("kim", kim)) {
            assertThat(execute(session, "einsnull:modules-list").out).contains("trees", "RUNNING");
            Result stopped = execute(session, "einsnull:modules-stop --yes trees");
            assertThat(stopped.exit).isZero();
        }
        assertThat(shell.modules.begun()).containsExactly("id-kim STOP trees");
        assertThat(audit.lines()).contains("id-kim console.login  true");
    }

    /** A script looks at the exit code, and a person at the error stream. */
    @Test
    void aRefusedCommandEndsWithAnError() throws Exception {
        shell.modules.object(FakeModules.REFUSED);
        try (ClientSession session = login("kim", kim)) {
            Result refused = execute(session, "einsnull:modules-remove --yes trees");
            assertThat(refused.exit).isEqualTo(1);
            assertThat(refused.err).isEqualTo("einsnull: Refused. Nothing was changed.\n");
            assertThat(execute(session, "einsnull:no-such-command").exit).isEqualTo(1);
        }
    }

    /** Whoever sets a variable must not put somebody else's name into the history. */
    @Test
    void nobodyActsInTheNameOfSomebodyElse() throws Exception {
        try (ClientSession session = login("kim", kim)) {
            execute(session, "USER = mallory; einsnull:modules-stop --yes trees");
        }
        assertThat(shell.modules.begun()).containsExactly("id-kim STOP trees");
    }

    @Test
    void inAShellACommandIsTypedAndConfirmed() throws Exception {
        var out = new ByteArrayOutputStream();
        try (ClientSession session = login("kim", kim);
                var channel = session.createShellChannel()) {
            channel.setPtyType("xterm");
            channel.setOut(out);
            channel.setErr(out);
            channel.open().verify(LIMIT);
            var typed = channel.getInvertedIn();
            type(typed, "einsnull:modules-stop trees\r");
            Eventually.eventually(
                    "it asks", () -> out.toString(StandardCharsets.UTF_8).contains("Type yes"));
            assertThat(shell.modules.begun()).isEmpty();
            type(typed, "yes\r");
            Eventually.eventually(
                    "it is done", () -> out.toString(StandardCharsets.UTF_8).contains("Done."));
            type(typed, "\u0004");
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LIMIT);
            assertThat(channel.isOpen()).isFalse();
        }
        assertThat(shell.modules.begun()).containsExactly("id-kim STOP trees");
    }

    private static void type(java.io.OutputStream terminal, String text) throws IOException {
        terminal.write(text.getBytes(StandardCharsets.UTF_8));
        terminal.flush();
    }

    @Test
    void anotherKeyDoesNotOpen() throws Exception {
        refuses("kim", key());
        refuses("nobody", kim);
        refuses("../kim", kim);
    }

    /** Who is no longer in city IT must not come in by a key that somebody forgot to remove. */
    @Test
    void aKeyIsGoodForNothingWithoutAnAccountOfCityIt() throws Exception {
        for (String account : new String[] {"lou", "mia", "ghost"}) {
            allow(account, kim);
            refuses(account, kim);
        }
        shell.accounts.goAway();
        refuses("kim", kim);
    }

    @Test
    void aKeyFileThatOthersMayWriteOpensNothing() throws Exception {
        Files.setPosixFilePermissions(keys.resolve("kim.pub"), PosixFilePermissions.fromString("rw-rw-rw-"));
        refuses("kim", kim);
    }

    /** A restriction that is not kept must not look as if it was. */
    @Test
    void aKeyWithOptionsOpensNothing() throws Exception {
        Path file = keys.resolve("kim.pub");
        Files.writeString(file, "command=\"date\" " + Files.readString(file));
        refuses("kim", kim);
        Files.writeString(file, "this is no key\n");
        refuses("kim", kim);
    }

    /** The JDK's own cryptography is all there is: a key that needs more must not lock out the ones beside it. */
    @Test
    void aKeyOfAnotherKindDoesNoHarm() throws Exception {
        Path file = keys.resolve("kim.pub");
        String blob = "AAAAC3NzaC1lZDI1NTE5AAAAI" + "A".repeat(42) + "B";
        Files.writeString(file, "ssh-ed25519 " + blob + " other\n" + Files.readString(file));
        login("kim", kim).close();
    }

    @Test
    void passwordsAreNotEvenAskedFor() throws Exception {
        try (ClientSession session = client.connect("kim", ConsoleServer.HOST, server.port())
                .verify(LIMIT)
                .getSession()) {
            session.addPasswordIdentity("kim");
            assertThatThrownBy(() -> session.auth().verify(LIMIT)).isInstanceOf(IOException.class);
        }
        Eventually.eventually("it is written down", () -> audit.lines().contains(" console.login  false"));
    }

    @Test
    void nothingIsForwarded() throws Exception {
        try (ClientSession session = login("kim", kim)) {
            assertThatThrownBy(() -> session.startRemotePortForwarding(
                            new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress("127.0.0.1", 22)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void nobodyReachesItFromOutside() throws IOException {
        var outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                .toList();
        for (InetAddress address : outside) {
            assertThatThrownBy(() -> new Socket(address, server.port()).close()).isInstanceOf(IOException.class);
        }
        new Socket(ConsoleServer.HOST, server.port()).close();
    }

    private void refuses(String account, KeyPair key) {
        assertThatThrownBy(() -> login(account, key).close()).as(account).isInstanceOf(IOException.class);
    }

    private ClientSession login(String account, KeyPair key) throws IOException {
        ClientSession session = client.connect(account, ConsoleServer.HOST, server.port())
                .verify(LIMIT)
                .getSession();
        session.addPublicKeyIdentity(key);
        try {
            session.auth().verify(LIMIT);
            return session;
        } catch (IOException e) {
            session.close();
            throw e;
        }
    }

    private record Result(int exit, String out, String err) {}

    private static Result execute(ClientSession session, String line) throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try (var channel = session.createExecChannel(line)) {
            channel.setOut(out);
            channel.setErr(err);
            channel.open().verify(LIMIT);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LIMIT);
            return new Result(
                    channel.getExitStatus(),
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        }
    }

    private static KeyPair key() throws Exception {
        return KeyPairGenerator.getInstance("EC").generateKeyPair();
    }

    private void allow(String account, KeyPair key) throws IOException {
        Path file = keys.resolve(account + ".pub");
        Files.writeString(file, PublicKeyEntry.toString(key.getPublic()) + " comment\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    /** The settings as they are, on any free port. */
    @SuppressWarnings("BadAnnotationImplementation") // only read
    private static final class TestConfig implements ConsoleConfig {

        @Override
        public int port() {
            return 0;
        }

        @Override
        public int idleInMinutes() {
            return 15;
        }

        @Override
        public int sessionsPerAccount() {
            return 4;
        }

        @Override
        public Class<ConsoleConfig> annotationType() {
            return ConsoleConfig.class;
        }
    }
}
