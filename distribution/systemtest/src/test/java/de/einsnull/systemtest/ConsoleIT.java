package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.harness.PartnerPage;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Distribution;
import de.einsnull.testkit.city.Ports;
import de.einsnull.testkit.city.Waits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.Test;

/** The console is not there until city IT installs it; then it does what the administration does, and goes again. */
class ConsoleIT {

    private static final String NAME = "de.example.console";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final int port = Ports.free();

    @Test
    void theConsoleComesWorksAndGoes() throws Exception {
        KeyPair key = KeyPairGenerator.getInstance("EC").generateKeyPair();
        try (City city = City.create("console").withOwnEtc()) {
            prepare(city, key);
            city.start();
            assertThat(isOpen()).as("before anybody wants it").isFalse();

            command(city, "install", "einsnull-console");
            Waits.until("the port of the console", LIMIT, this::isOpen);
            try (SshClient client = SshClient.setUpDefaultClient()) {
                client.setServerKeyVerifier((session, address, serverKey) -> true);
                client.start();
                try (ClientSession session = login(client, key)) {
                    changesModules(city, session);
                }
            }
            assertThat(city.send(city.asAdmin("/api/modules/" + NAME + "/history"))
                            .body())
                    .contains("\"actorName\":\"admin\"");

            command(city, "remove", "einsnull-console");
            Waits.until("the port to be closed", LIMIT, () -> !isOpen());
            assertThat(city.get("/health/ready").statusCode()).isEqualTo(200);
        }
    }

    private void prepare(City city, KeyPair key) throws IOException {
        Path file = city.etc().resolve("console/admin.pub");
        Files.writeString(file, PublicKeyEntry.toString(key.getPublic()) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(city.etc().resolve("de.einsnull.modules.console.cfg"), "port = " + port + "\n");
    }

    private static void changesModules(City city, ClientSession session) throws IOException {
        Answer list = run(session, "einsnull:modules-list", "");
        assertThat(list.exit).as(list.text).isZero();
        assertThat(list.text).contains("einsnull-console", "einsnull-sensors", "RUNNING");

        Answer refused = run(session, "einsnull:modules-install --yes stdin", "Dear module,");
        assertThat(refused.exit).as(refused.text).isEqualTo(1);
        assertThat(refused.text).contains("REFUSED", "einsnull: Refused. Nothing was changed.");

        Path good = PartnerPage.of(NAME, "1.0.0", "konsole", "from the console")
                .dropInto(Distribution.newDirectory("archives"));
        Answer preview = run(session, "einsnull:modules-install " + good, "");
        assertThat(preview.exit).as(preview.text).isEqualTo(1);
        assertThat(preview.text).contains("ADD", "add --yes");
        assertThat(city.get("/de/konsole").statusCode()).isEqualTo(404);

        Answer done = run(session, "einsnull:modules-install --yes " + good, "");
        assertThat(done.exit).as(done.text).isZero();
        city.awaitText("/de/konsole", "from the console");
        Answer history = run(session, "einsnull:modules-history " + NAME, "");
        assertThat(history.text).contains("admin", "INSTALL", "SUCCEEDED");
    }

    private ClientSession login(SshClient client, KeyPair key) throws IOException {
        ClientSession session =
                client.connect("admin", "127.0.0.1", port).verify(LIMIT).getSession();
        session.addPublicKeyIdentity(key);
        session.auth().verify(LIMIT);
        return session;
    }

    private record Answer(int exit, String text) {}

    private static Answer run(ClientSession session, String line, String sent) throws IOException {
        var text = new ByteArrayOutputStream();
        try (var channel = session.createExecChannel(line)) {
            channel.setIn(new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)));
            channel.setOut(text);
            channel.setErr(text);
            channel.open().verify(LIMIT);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LIMIT);
            Integer exit = channel.getExitStatus();
            return new Answer(exit == null ? -1 : exit, text.toString(StandardCharsets.UTF_8));
        }
    }

    private boolean isOpen() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** As city IT types it. */
    private static void command(City city, String... words) throws Exception {
        var command = new java.util.ArrayList<>(
                List.of(Distribution.home().resolve("bin/einsnull-modules").toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("EINSNULL_URL", city.url("").toString());
        builder.environment().put("EINSNULL_DATA", city.data().toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
    }
}
