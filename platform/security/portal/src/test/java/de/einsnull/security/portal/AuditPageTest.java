package de.einsnull.security.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse.NotFound;
import de.einsnull.security.api.Roles;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.testkit.PageVisitor;
import de.einsnull.testkit.RecordedAudit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After an incident, city IT has to find who did what, also when it is not among the newest entries. */
class AuditPageTest {

    private final RecordedAudit trail = new RecordedAudit();
    private final FakeAccounts accounts = new FakeAccounts();
    private final PageVisitor ada =
            new PageVisitor(new AuditPage(trail, accounts), FixedCaller.admin("ada"), Language.DE);

    /** Ids alone would tell nobody who did it. */
    @Test
    void showsNamesInsteadOfIdsOfAccounts() {
        accounts.create("boss", "Boss", new char[0], Set.of(Roles.ADMIN));
        trail.record("id-boss", "account.locked", "id-boss", true);
        trail.record("", "login.failed", "id-of-nobody-any-more", false);
        assertThat(rows())
                .containsExactly(
                        new AuditPage.Row(Instant.EPOCH, "", "login.failed", "id-of-nobody-any-more", false),
                        new AuditPage.Row(Instant.EPOCH, "boss", "account.locked", "boss", true));
    }

    @ParameterizedTest
    @CsvSource({"'',1,50", "1,1,50", "3,3,20", "99,3,20", "0,1,50", "-1,1,50", "x,1,50", "99999999999,1,50"})
    void theOlderEntriesAreOnFurtherPages(String asked, int shown, int rows) {
        fill(120);
        var model = ada.model("", "seite", asked);
        assertThat(model).containsEntry("page", shown).containsEntry("pages", 3);
        assertThat((List<?>) model.get("entries")).hasSize(rows);
    }

    @Test
    void everyEntryIsOnExactlyOnePage() {
        fill(120);
        assertThat(List.of("1", "2", "3"))
                .flatMap(page -> (List<?>) ada.model("", "seite", page).get("entries"))
                .extracting(row -> ((AuditPage.Row) row).object())
                .doesNotHaveDuplicates()
                .hasSize(120);
    }

    /** An attack is a handful of refusals among hundreds of log-ins. */
    @Test
    void showsRefusalsAloneWhenAsked() {
        fill(120);
        var model = ada.model("", "nur", "abgelehnt");
        assertThat(model).containsEntry("failures", true).containsEntry("pages", 1);
        assertThat((List<?>) model.get("entries")).hasSize(12).allMatch(row -> !((AuditPage.Row) row).success());
        assertThat(ada.model("", "nur", "alles")).containsEntry("failures", false);
    }

    @Test
    void saysSoWhenThereIsNothing() {
        assertThat(ada.model("")).isEqualTo(Map.of("entries", List.of(), "failures", false, "page", 1, "pages", 1));
        assertThat(ada.get("x")).isInstanceOf(NotFound.class);
    }

    /** Every tenth is a refusal. */
    private void fill(int entries) {
        for (int i = 0; i < entries; i++) {
            trail.record("", "login.succeeded", "o-" + i, i % 10 != 0);
        }
    }

    private List<AuditPage.Row> rows() {
        return ((List<?>) ada.model("").get("entries"))
                .stream().map(AuditPage.Row.class::cast).toList();
    }
}
