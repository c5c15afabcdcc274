package de.einsnull.sensors.rules.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.Identity;
import de.einsnull.sensors.api.WorkList;
import de.einsnull.sensors.rules.RulesDatabase;
import de.einsnull.sensors.rules.RulesDatabase.Kind;
import de.einsnull.sensors.rules.Samples;
import de.einsnull.sensors.rules.model.ReadingText;
import de.einsnull.sensors.rules.rest.AlertsApi;
import de.einsnull.testkit.PageVisitor;
import de.einsnull.web.api.ProblemException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The staff's desk: who takes note of what, and who did what. */
class AlertsAndTasksTest {

    private static final Identity KIM = new Identity("kim", "Kim", Set.of("staff"));
    private static final Identity ALEX = new Identity("alex", "Alex", Set.of("staff"));

    /** Accounts of which only the names are asked for. */
    private static final Accounts ACCOUNTS = (Accounts) Proxy.newProxyInstance(
            Accounts.class.getClassLoader(),
            new Class<?>[] {Accounts.class},
            (proxy, method, arguments) -> Map.of("kim", "kim.beispiel"));

    private final Words words = new Words(name -> AlertsAndTasksTest.class.getResource("/" + name));

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whoeverIsFirstTakesNoteAndEverybodySeesWho(Kind kind) throws Exception {
        var data = new RulesDatabase(kind);
        long id = alert(data);
        var page = new AlertsPage(data.alerts, words, ACCOUNTS);

        assertThat(new PageVisitor(page, KIM, Language.DE).sentTo("" + id)).endsWith("meldung=gesehen");
        assertThat(new PageVisitor(page, ALEX, Language.DE).sentTo("" + id)).endsWith("meldung=weg");

        var model = new PageVisitor(page, ALEX, Language.AR).model("");
        assertThat(model).containsEntry("fresh", 0L);
        assertThat((List<?>) model.get("open")).singleElement().satisfies(one -> {
            var view = (AlertsPage.View) one;
            assertThat(view.acknowledgedBy()).isEqualTo("kim.beispiel");
            assertThat(view.values()).containsExactly("رطوبة التربة: \u20669.5\u00a0%\u2069");
        });
    }

    @Test
    void anAlertHasAPageOfItsOwn() throws Exception {
        var data = new RulesDatabase(Kind.H2);
        long id = alert(data);
        var visitor = new PageVisitor(new AlertsPage(data.alerts, words, ACCOUNTS), KIM, Language.DE);

        assertThat(visitor.model("" + id).get("alert").toString()).contains("Linde 7", "Bodenfeuchte: 9,5");
        assertThat(visitor.get("99")).isInstanceOf(PageResponse.NotFound.class);
        assertThat(visitor.get("x")).isInstanceOf(PageResponse.NotFound.class);
    }

    @Test
    void machinesReadTheSame() throws Exception {
        var data = new RulesDatabase(Kind.H2);
        alert(data);
        var api = new AlertsApi(data.alerts);

        assertThat(api.alerts("open")).singleElement().satisfies(one -> {
            assertThat(one.acknowledged()).isFalse();
            assertThat(one.closedAt()).isNull();
            assertThat(one.values()).containsExactly(new AlertsApi.Reading("soil_moisture", "9.5", "%"));
        });
        assertThat(api.alerts("closed")).isEmpty();
        assertThatThrownBy(() -> api.alerts("nonsense")).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aTaskIsThereOnceAndAgainWhenItWasDone(Kind kind) throws Exception {
        var data = new RulesDatabase(kind);
        assertThat(data.tasks.add(entry("device/7/battery", "Stadt-IT"))).isTrue();
        assertThat(data.tasks.add(entry("device/7/battery", "Stadt-IT"))).isFalse();
        assertThat(data.tasks.add(entry("tree/1", "Bauhof"))).isTrue();
        assertThat(data.tasks.isOpen("device/7/battery")).isTrue();
        var visitor = new PageVisitor(new TasksPage(data.tasks, ACCOUNTS), KIM, Language.DE);
        var first = (TasksPage.View)
                ((List<?>) visitor.model("", "team", "Stadt-IT").get("open")).get(0);

        assertThat(visitor.sentTo("" + first.id())).endsWith("meldung=erledigt");
        assertThat(visitor.sentTo("" + first.id())).endsWith("meldung=weg");

        assertThat(data.tasks.isOpen("device/7/battery")).isFalse();
        assertThat(visitor.model("").get("teams")).isEqualTo(List.of("Bauhof"));
        assertThat(visitor.model("").get("done").toString()).contains("doneBy=kim.beispiel");
        assertThat(data.tasks.add(entry("device/7/battery", "Stadt-IT"))).isTrue();
    }

    @Test
    void aLinkDoesNotDoATask() throws Exception {
        var data = new RulesDatabase(Kind.H2);
        data.tasks.add(entry("a", "Bauhof"));

        assertThat(new PageVisitor(new TasksPage(data.tasks, ACCOUNTS), KIM, Language.DE).get("1"))
                .isInstanceOf(PageResponse.NotFound.class);
        assertThat(data.tasks.open("", 10)).hasSize(1);
    }

    @Test
    void anEntryWithoutATeamOrWithATooLongTextIsRefused() {
        assertThatThrownBy(() -> entry("a", " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkList.Entry("a", "b", "c".repeat(301), "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static WorkList.Entry entry(String reference, String team) {
        return new WorkList.Entry(reference, team, "Batterie wechseln", "2,9 V", "");
    }

    private static long alert(RulesDatabase data) throws SQLException {
        var rule = Samples.rule(0, true, Samples.below(10, 0)).withId(1);
        return data.database.inTransaction(c -> data.alerts.open(
                c, rule, 7, "Linde 7", data.clock.instant(), List.of(new ReadingText("soil_moisture", "9.5", "%"))));
    }
}
