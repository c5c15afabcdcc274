package de.einsnull.security.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse.Content;
import de.einsnull.portal.api.PageResponse.NotFound;
import de.einsnull.portal.api.PageResponse.View;
import de.einsnull.security.api.Erasure;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.PersonalData;
import de.einsnull.security.api.PersonalData.Item;
import de.einsnull.security.api.PersonalDataSource;
import de.einsnull.testkit.MovableClock;
import de.einsnull.testkit.PageVisitor;
import de.einsnull.testkit.RecordedAudit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's right to know, to take along and to have erased what is kept (GDPR Art. 15, 17, 20). */
class MyDataPageTest {

    private static final Identity ANNA = new Identity("id-anna", "Anna", Set.of());

    /** Keeps one item of each account, until it is erased or the module fails. */
    private static final class Suggestions implements PersonalDataSource {

        private int items = 1;
        private boolean broken;

        @Override
        public String id() {
            return "suggestions";
        }

        @Override
        public PersonalData export(Identity account, Locale language) {
            if (broken) {
                throw new IllegalStateException("no database");
            }
            var item = new Item(language + " bench", Map.of("by", account.id()));
            return new PersonalData(
                    "Suggestions", "to improve the city", "two years", items == 0 ? List.of() : List.of(item));
        }

        @Override
        public Erasure erase(Identity account, Locale language) {
            if (broken) {
                throw new IllegalStateException("no database");
            }
            var result = Erasure.ofAll(items);
            items = 0;
            return result;
        }
    }

    private final Suggestions suggestions = new Suggestions();
    private final PersonalDataSources sources = new PersonalDataSources();
    private final RecordedAudit audit = new RecordedAudit();
    private final FakeAccounts accounts = new FakeAccounts();
    private final PageVisitor anna =
            new PageVisitor(new MyDataPage(sources, audit, MovableClock.at("2026-11-24T12:00:00Z")), ANNA, Language.EN);

    @BeforeEach
    void twoSources() {
        accounts.create("anna", "Anna", "a password for anna".toCharArray(), Set.of("citizen"));
        sources.bind(suggestions);
        sources.bind(new AccountData(accounts, audit, FakeAccounts.words()));
    }

    @Test
    void showsWhatEveryModuleKeepsInTheLanguageOfThePerson() {
        assertThat(anna.model("").toString())
                .contains("en bench", "id-anna", "Account and log-ins", "Login name=anna")
                .contains("missing=[]");
    }

    /** "login.succeeded at 1970-01-01T00:00:00Z" is nothing to read for a citizen. */
    @Test
    void whatWasDoneIsSaidInWordsWithTheTimeOfTheCity() {
        audit.record("id-anna", "login.succeeded", "", true);
        audit.record("id-anna", "trees.adopted", "", true);
        assertThat(anna.model("").toString())
                .contains("Jan 1, 1970")
                .contains("trees.adopted")
                .doesNotContain("login.succeeded");
    }

    @Test
    void theFileHasEverythingAndItsMakingIsAudited() throws Exception {
        var file = (Content) anna.get(MyDataPage.EXPORT);

        var json = new ObjectMapper().readTree(file.body());
        assertThat(json.at("/data/suggestions/items/0/label").asText()).isEqualTo("en bench");
        assertThat(json.at("/data/account/items/0/facts/Login name").asText()).isEqualTo("anna");
        assertThat(json.get("missing")).isEmpty();
        assertThat(json.get("madeAt").asText()).isEqualTo("2026-11-24T12:00:00Z");
        assertThat(audit.actions()).containsExactly("personal-data.exported");
    }

    /** Half of it taken for the whole would be worse than an error. */
    @Test
    void aModuleThatFailsIsNamedAndTheOthersAreThere() throws Exception {
        suggestions.broken = true;

        assertThat(anna.model("").toString()).contains("missing=[suggestions]", "Account and log-ins");
        var json = new ObjectMapper().readTree(((Content) anna.get(MyDataPage.EXPORT)).body());
        assertThat(json.at("/missing/0").asText()).isEqualTo("suggestions");
        assertThat(audit.newest(1).get(0).success()).isFalse();
    }

    @Test
    void erasingIsAskedForDoneAndAudited() {
        assertThat(((View) anna.get(MyDataPage.ERASE, "quelle", "suggestions")).template())
                .isEqualTo("my-data-ask");
        assertThat(suggestions.items).as("asking erases nothing").isEqualTo(1);

        var result = (View) anna.post(MyDataPage.ERASE, "quelle", "suggestions");

        assertThat(result.model()).containsEntry("erased", 1).containsEntry("kept", 0);
        assertThat(suggestions.items).isZero();
        assertThat(audit.newest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("personal-data.erased");
            assertThat(entry.object()).isEqualTo("suggestions");
            assertThat(entry.actor()).isEqualTo("id-anna");
        });
    }

    @Test
    void whatMustBeKeptStaysWithItsReason() {
        var result = (View) anna.post(MyDataPage.ERASE, "quelle", "account");

        assertThat(result.model()).containsEntry("erased", 0).containsEntry("kept", 1);
        assertThat(result.model().get("reason")).asString().contains("Art. 17");
    }

    @Test
    void anErasureThatFailsIsNotReportedAsDone() {
        suggestions.broken = true;

        var result = (View) anna.post(MyDataPage.ERASE, "quelle", "suggestions");

        assertThat(result.status()).isEqualTo(503);
        assertThat(result.model()).containsEntry("failed", true);
        assertThat(audit.newest(1).get(0).success()).isFalse();
    }

    @Test
    void aModuleThatIsGoneIsNoLongerAsked() {
        sources.unbind(suggestions);

        assertThat(anna.get(MyDataPage.ERASE, "quelle", "suggestions")).isInstanceOf(NotFound.class);
        assertThat(anna.post(MyDataPage.ERASE, "quelle", "suggestions")).isInstanceOf(NotFound.class);
        assertThat(anna.get("else")).isInstanceOf(NotFound.class);
    }
}
