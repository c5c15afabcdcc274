package de.einsnull.sensors.rules.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.einsnull.bus.api.CityEvent;
import de.einsnull.sensors.rules.RulesDatabase;
import de.einsnull.sensors.rules.RulesDatabase.Kind;
import de.einsnull.sensors.rules.Samples;
import de.einsnull.sensors.rules.model.ReadingText;
import de.einsnull.sensors.rules.page.Words;
import de.einsnull.sensors.rules.store.AlertStore;
import de.einsnull.testkit.Configurations;
import de.einsnull.testkit.SeenEvents;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts that reach a mailbox, through a mail server that somebody else wrote. */
class AlertMailTest {

    private final RulesDatabase data = new RulesDatabase(Kind.H2);
    private final Words words = new Words(name -> AlertMailTest.class.getResource("/" + name));
    private final SeenEvents seen = new SeenEvents();
    private GreenMail server;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("sensorik", "geheim");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void everyAddressGetsAReadableLetterWithValuesAndALink() throws Exception {
        var event = alert("bauhof@stadt.example, leitung@stadt.example");

        mail(Map.of()).onEvent(event);

        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage letter = server.getReceivedMessages()[0];
        assertThat(letter.getSubject())
                .isEqualTo("Meldung: Baum zu trocken – Größte Linde am Rathausplatz, Höhe Hausnummer 17");
        assertThat(letter.getContent().toString())
                .contains("Bodenfeuchte: 9,5", "https://portal.stadt.example/de/arbeitsplatz/meldungen/1")
                .contains("24.11.2026, 13:00");
        assertThat(letter.getFrom()).extracting(Object::toString).containsExactly("sensorik@stadt.example");
    }

    /** The bus gives an event again when it does not know whether it was handled. */
    @Test
    void theSameEventTwiceIsOneLetter() throws Exception {
        var event = alert("bauhof@stadt.example");

        mail(Map.of()).onEvent(event);
        mail(Map.of()).onEvent(event);

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    /** What is not delivered must come again, and not be taken for delivered then. */
    @Test
    void aServerThatIsAwayIsTriedAgain() throws Exception {
        var event = alert("bauhof@stadt.example");
        data.database.inTransaction(c -> c.createStatement().execute("create table done (id varchar(100))"));
        var away = new AlertMail(
                data.database,
                AlertMailTest::mark,
                data.alerts,
                data.rules,
                mailer(Map.of("port", closedPort())),
                words);
        var back = new AlertMail(data.database, AlertMailTest::mark, data.alerts, data.rules, mailer(Map.of()), words);

        assertThatThrownBy(() -> away.onEvent(event)).isInstanceOf(IOException.class);
        back.onEvent(event);
        back.onEvent(event);

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    /** As the platform does it: the mark belongs to the transaction. */
    private static boolean mark(Connection c, String group, String id) throws SQLException {
        try (var query = c.prepareStatement("select id from done where id = ?");
                var insert = c.prepareStatement("insert into done (id) values (?)")) {
            query.setString(1, id);
            insert.setString(1, id);
            return !query.executeQuery().next() && insert.executeUpdate() == 1;
        }
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void itLogsInWhereTheServerWantsIt() throws Exception {
        mail(Map.of("user", "sensorik", "password", "geheim")).onEvent(alert("bauhof@stadt.example"));

        assertThat(server.getReceivedMessages()).hasSize(1);
        var wrong = mail(Map.of("user", "sensorik", "password", "falsch"));
        assertThatThrownBy(() -> wrong.onEvent(alert("bauhof@stadt.example")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("AUTH")
                .hasMessageNotContaining("falsch");
    }

    /** A password must not go over a wire that anybody can read because the server does not offer better. */
    @Test
    void withoutTheEncryptionThatWasAskedForNothingIsSent() throws Exception {
        var event = alert("bauhof@stadt.example");

        assertThatThrownBy(() -> mail(Map.of("security", "starttls", "user", "sensorik", "password", "geheim"))
                        .onEvent(event))
                .isInstanceOf(IOException.class);

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    /** A certificate that nobody vouches for may be somebody else's in between. */
    @Test
    void aServerWithAnUnknownCertificateGetsNothing() throws Exception {
        var secure = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        secure.start();
        try {
            var mail = mail(Map.of("security", "tls", "port", secure.getSmtps().getPort()));
            assertThatThrownBy(() -> mail.onEvent(alert("bauhof@stadt.example")))
                    .isInstanceOf(IOException.class);
            assertThat(secure.getReceivedMessages()).isEmpty();
        } finally {
            secure.stop();
        }
    }

    @Test
    void withoutServerOrAddressesNothingIsSent() throws Exception {
        mail(Map.of("host", "")).onEvent(alert("bauhof@stadt.example"));
        mail(Map.of()).onEvent(alert(""));

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    /** A rule that fires for every tree at once must not fill a mailbox. */
    @Test
    void aFloodOfAlertsIsTwentyLettersAndTheLastOneSaysSo() throws Exception {
        var mail = mail(Map.of());
        long rule = data.rules
                .save(Samples.mailing("bauhof@stadt.example"), data.clock.instant())
                .orElseThrow();
        for (int i = 0; i < AlertMail.MOST_AN_HOUR + 5; i++) {
            mail.onEvent(event(rule));
        }

        var letters = server.getReceivedMessages();
        assertThat(letters).hasSize(AlertMail.MOST_AN_HOUR);
        assertThat(letters[letters.length - 1].getContent().toString()).contains("Arbeitsplatz");
        assertThat(letters[0].getContent().toString()).doesNotContain("Weitere Meldungen");
    }

    private CityEvent alert(String addresses) throws Exception {
        return event(data.rules
                .save(Samples.mailing(addresses), data.clock.instant())
                .orElseThrow());
    }

    private CityEvent event(long rule) throws Exception {
        var known = data.rules.find(rule).orElseThrow();
        long alert = data.database.inTransaction(c -> data.alerts.open(
                c,
                known,
                7,
                "Größte Linde am Rathausplatz, Höhe Hausnummer 17",
                data.clock.instant(),
                List.of(new ReadingText("soil_moisture", "9.5", "%"))));
        return CityEvent.of(URI.create("/t"), AlertStore.OPENED, Long.toString(alert), data.clock.instant(), "{}");
    }

    private AlertMail mail(Map<String, Object> settings) {
        return new AlertMail(data.database, seen, data.alerts, data.rules, mailer(settings), words);
    }

    private Mailer mailer(Map<String, Object> settings) {
        var all = new HashMap<String, Object>(Map.of(
                "host", "127.0.0.1",
                "port", server.getSmtp().getPort(),
                "security", "none",
                "from", "sensorik@stadt.example",
                "portal", "https://portal.stadt.example"));
        all.putAll(settings);
        return new Mailer(Configurations.of(MailSettings.class, all));
    }
}
