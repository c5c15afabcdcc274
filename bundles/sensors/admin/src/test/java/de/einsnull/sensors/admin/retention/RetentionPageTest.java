package de.einsnull.sensors.admin.retention;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse.NotFound;
import de.einsnull.portal.api.PageResponse.Redirect;
import de.einsnull.portal.api.PageResponse.View;
import de.einsnull.sensors.admin.Words;
import de.einsnull.sensors.api.Retention;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.testkit.PageVisitor;
import de.einsnull.testkit.RecordedAudit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without these somebody would delete for good what he did not mean, or without saying why. */
class RetentionPageTest {

    private static final class Rules implements Retention {

        final List<Rule> rules = new ArrayList<>(List.of(new Rule(7, "Lärm", "urn:noise", 0, 0, "")));
        boolean away;

        @Override
        public List<Rule> rules() {
            if (away) {
                throw new SensorDataException("away", null);
            }
            return List.copyOf(rules);
        }

        @Override
        public boolean set(long property, int rawDays, int rollupDays, String reason) {
            return rules.set(0, new Rule(property, "Lärm", "urn:noise", rawDays, rollupDays, reason)) != null;
        }

        @Override
        public List<Removal> removals(int limit) {
            return List.of(
                    new Removal(1, "Lärm", "urn:noise", What.OBSERVATIONS, Instant.EPOCH, 3, Instant.EPOCH, "§", "0"));
        }

        @Override
        public boolean isIntact() {
            return false;
        }
    }

    private final Rules rules = new Rules();
    private final RecordedAudit audit = new RecordedAudit();
    private final PageVisitor ada = new PageVisitor(
            new RetentionPage(rules, audit, new Words(file -> RetentionPageTest.class.getResource("/" + file))),
            FixedCaller.admin("ada"),
            Language.DE);

    @Test
    void theOverviewShowsRulesAndWhatWasRemoved() {
        var model = ((View) ada.get("")).model();

        assertThat(model).containsEntry("rules", rules.rules).containsEntry("intact", false);
        assertThat((List<?>) model.get("removals")).hasSize(1);
    }

    @Test
    void aRuleIsChangedAndThatIsNoted() {
        assertThat(((View) ada.get("7")).model().get("values").toString()).contains("tage=", "grund=");

        var answer = ada.post("7", "tage", "30", "mittel", " 400 ", "grund", "§ 5 Satzung");

        assertThat(answer).isInstanceOf(Redirect.class);
        assertThat(rules.rules).containsExactly(new Retention.Rule(7, "Lärm", "urn:noise", 30, 400, "§ 5 Satzung"));
        assertThat(audit.lines()).containsExactly("ada retention.changed urn:noise: 30/400 true");
    }

    @ParameterizedTest
    @CsvSource({
        "30,'',''",
        "30,10,§",
        "'',10,§",
        "0x1,'',§",
        "99999,'',§",
        "30,-1,§",
    })
    void whatDoesNotFitTogetherIsNotStored(String raw, String means, String reason) {
        var before = List.copyOf(rules.rules);

        var answer = (View) ada.post("7", "tage", raw, "mittel", means, "grund", reason);

        assertThat(answer.status()).isEqualTo(422);
        assertThat((Map<?, ?>) answer.model().get("errors")).isNotEmpty();
        assertThat(rules.rules).isEqualTo(before);
    }

    @Test
    void aRuleCanBeTakenBack() {
        ada.post("7", "tage", "", "mittel", "", "grund", "");

        assertThat(rules.rules.get(0).rawDays()).isZero();
    }

    @Test
    void whatIsNotThereIsNotFoundAndADatabaseThatIsAwayIsSaid() {
        assertThat(ada.get("8")).isInstanceOf(NotFound.class);
        rules.away = true;
        assertThat(((View) ada.get("")).status()).isEqualTo(503);
    }
}
