package de.einsnull.sensors.rules.page;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PageResponse.View;
import de.einsnull.security.api.Identity;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.rules.RulesDatabase;
import de.einsnull.sensors.rules.RulesDatabase.Kind;
import de.einsnull.sensors.rules.Samples;
import de.einsnull.sensors.rules.engine.Evaluation;
import de.einsnull.sensors.rules.engine.Trial;
import de.einsnull.sensors.rules.mail.MailSettings;
import de.einsnull.sensors.rules.mail.Mailer;
import de.einsnull.sensors.rules.model.Condition;
import de.einsnull.sensors.rules.model.Operator;
import de.einsnull.sensors.rules.model.Rule;
import de.einsnull.sensors.rules.model.Selection;
import de.einsnull.sensors.rules.store.StateStore;
import de.einsnull.sensors.testkit.FakeSensorDirectory;
import de.einsnull.testkit.Configurations;
import de.einsnull.testkit.PageVisitor;
import de.einsnull.testkit.RecordedAudit;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clerk writes a rule, tries it, switches it on, and is told what is wrong where it is wrong. */
class RulesPageTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final FakeSensorDirectory directory = new FakeSensorDirectory();
    private final RulesDatabase data = new RulesDatabase(Kind.H2);
    private final Words words = new Words(name -> RulesPageTest.class.getResource("/" + name));
    private PageVisitor clerk;

    @BeforeEach
    void open() {
        var today = LocalDate.now(Clock.system(ZONE))
                .minusDays(1)
                .atTime(10, 0)
                .atZone(ZONE)
                .toInstant();
        new Samples(directory).tree(7, today, 15, 9, 20, 8, 20);
        var evaluation =
                new Evaluation(directory, data.database, data.rules, new StateStore(), data.alerts, data.tasks);
        var page = new RulesPage(
                data.rules,
                directory,
                new Trial(directory, evaluation),
                words,
                new Mailer(Configurations.of(MailSettings.class, Map.of())),
                new RecordedAudit());
        clerk = new PageVisitor(page, new Identity("kim", "Kim", Set.of("staff")), Language.DE);
    }

    @Test
    void aRuleIsWrittenTriedAndSwitchedOn() throws Exception {
        String next = clerk.sentTo("neu", fields());

        assertThat(next).isEqualTo("arbeitsplatz/regeln/1/probe?meldung=gespeichert");
        assertThat(data.rules.find(1))
                .contains(new Rule(
                        1,
                        "Baum zu trocken",
                        new Selection(Kinds.SOIL, "Park", 0),
                        true,
                        List.of(new Condition(Channels.SOIL_MOISTURE, Operator.BELOW, 10.5, 2, "", Duration.ZERO, 0)),
                        Duration.ZERO,
                        "Bauhof",
                        "a@stadt.example, b@stadt.example",
                        java.util.Optional.empty()));
        var trial = clerk.model("1/probe");
        assertThat(trial).containsEntry("count", 2).containsEntry("most", 2).containsEntry("things", 1);
        assertThat((List<?>) trial.get("days")).hasSize(7);
        assertThat((List<?>) trial.get("rows")).hasSize(2).first().satisfies(row -> assertThat(row.toString())
                .contains("Linde 7", "minutes=1", "Bodenfeuchte: 9"));

        assertThat(clerk.sentTo("1/einschalten")).endsWith("meldung=eingeschaltet");
        assertThat(data.rules.find(1).orElseThrow().activeSince()).isPresent();
        assertThat(clerk.sentTo("1/ausschalten")).endsWith("meldung=ausgeschaltet");
        assertThat(data.rules.find(1).orElseThrow().activeSince()).isEmpty();
    }

    /** Nothing is switched on by following a link. */
    @Test
    void aLinkDoesNothing() throws Exception {
        clerk.sentTo("neu", fields());

        assertThat(clerk.get("1/einschalten")).isInstanceOf(PageResponse.NotFound.class);
        assertThat(((View) clerk.get("1/entfernen")).template()).isEqualTo("rule-remove");
        assertThat(data.rules.find(1)).isPresent();
    }

    @Test
    void everyMistakeIsNamedAtItsFieldAndNothingIsLost() throws Exception {
        var answer = (View) clerk.post(
                "neu",
                "name",
                "",
                "art",
                "nonsense",
                "gruppe",
                "x",
                "geraet",
                "99",
                "groesse1",
                "",
                "vergleich1",
                "",
                "wert1",
                "viel",
                "abstand1",
                "-1",
                "groesse2",
                Channels.SOIL_TEMPERATURE,
                "vergleich2",
                "SILENT",
                "wert2",
                "0",
                "ort2",
                "12345",
                "dauer",
                "lang",
                "mail",
                "nobody",
                "team",
                "T".repeat(101));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(errors(answer))
                .containsOnlyKeys(
                        "name",
                        "art",
                        "gruppe",
                        "geraet",
                        "groesse1",
                        "vergleich1",
                        "wert1",
                        "abstand1",
                        "wert2",
                        "ort2",
                        "dauer",
                        "mail",
                        "team");
        assertThat(errors(answer).get("wert1")).isEqualTo("Schreiben Sie eine Zahl, zum Beispiel 12,5.");
        assertThat(values(answer)).containsEntry("wert1", "viel").containsEntry("dauer", "lang");
        assertThat(data.rules.all()).isEmpty();
    }

    @Test
    void twoConditionsOfWhichOneLooksAtAnotherDevice() throws Exception {
        clerk.sentTo(
                "neu",
                "name",
                "R",
                "groesse1",
                "soil_moisture",
                "vergleich1",
                "SILENT",
                "wert1",
                "90",
                "verknuepfung",
                "eine",
                "groesse2",
                "soil_temperature",
                "vergleich2",
                "IS",
                "wert2",
                "Ja",
                "ort2",
                "7");

        var rule = data.rules.find(1).orElseThrow();
        assertThat(rule.all()).isFalse();
        assertThat(rule.conditions())
                .containsExactly(
                        new Condition("soil_moisture", Operator.SILENT, 0, 0, "", Duration.ofMinutes(90), 0),
                        new Condition("soil_temperature", Operator.IS, 0, 0, "true", Duration.ZERO, 7));
    }

    /** What is shown for editing is what was written; sending it unchanged changes nothing but that it rests. */
    @Test
    void editingShowsWhatIsThereAndTakesItBackToTheTrial() throws Exception {
        clerk.sentTo("neu", fields());
        clerk.sentTo("1/einschalten");

        Map<String, String> shown = values((View) clerk.get("1"));

        assertThat(shown)
                .containsEntry("wert1", "10,5")
                .containsEntry("abstand1", "2")
                .containsEntry("dauer", "0");
        var before = data.rules.find(1).orElseThrow();
        clerk.sentTo(
                "1",
                shown.entrySet().stream()
                        .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
                        .toArray(String[]::new));
        var after = data.rules.find(1).orElseThrow();
        assertThat(after.conditions()).isEqualTo(before.conditions());
        assertThat(after.activeSince()).isEmpty();
    }

    @Test
    void theListSaysInWordsWhatARuleDoes() throws Exception {
        clerk.sentTo("neu", fields());

        assertThat((List<?>) clerk.model("").get("rules"))
                .singleElement()
                .isEqualTo(new RuleView(
                        1,
                        "Baum zu trocken",
                        "Bodenfeuchte · Park",
                        "Bodenfeuchte unter 10,5 (Abstand 2)",
                        false,
                        "Bauhof",
                        "a@stadt.example, b@stadt.example"));
    }

    @Test
    void tooManyDaysOrNoDaysAreRefusedInWords() throws Exception {
        clerk.sentTo("neu", fields());

        for (String[] days :
                new String[][] {{"2026-01-01", "2026-02-15"}, {"2026-02-02", "2026-02-01"}, {"gestern", "2026-02-01"}
                }) {
            var answer = (View) clerk.get("1/probe", "von", days[0], "bis", days[1]);
            assertThat(answer.status()).as(days[0]).isEqualTo(422);
            assertThat(errors(answer)).isNotEmpty();
        }
    }

    @Test
    void withoutTheDatabaseOfReadingsTheTrialSaysSo() throws Exception {
        clerk.sentTo("neu", fields());
        directory.setAway(true);

        assertThat(clerk.model("1/probe")).containsEntry("broken", true);
    }

    @Test
    void otherPagesCanProposeARule() {
        var model = clerk.model("neu", "name", "Vorschlag", "art", "soil", "wert1", "12");

        assertThat(model.get("values").toString()).contains("name=Vorschlag", "wert1=12");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(clerk.get("nonsense")).isInstanceOf(PageResponse.NotFound.class);
        assertThat(clerk.sentTo("99")).endsWith("meldung=weg");
    }

    private static String[] fields() {
        return new String[] {
            "name",
            "Baum zu trocken",
            "art",
            "soil",
            "gruppe",
            "Park",
            "groesse1",
            "soil_moisture",
            "vergleich1",
            "BELOW",
            "wert1",
            "10,5",
            "abstand1",
            "2",
            "verknuepfung",
            "alle",
            "dauer",
            "0",
            "team",
            "Bauhof",
            "mail",
            "a@stadt.example, b@stadt.example"
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> errors(View answer) {
        return (Map<String, String>) answer.model().get("errors");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> values(View answer) {
        return (Map<String, String>) answer.model().get("values");
    }
}
