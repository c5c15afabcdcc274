package de.einsnull.modules.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.Module.Origin;
import de.einsnull.modules.api.Module.State;
import de.einsnull.modules.api.ModuleDetails;
import de.einsnull.modules.api.ModuleDetails.Health;
import de.einsnull.modules.api.ModuleDetails.Level;
import de.einsnull.modules.api.Operation.Outcome;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PageResponse.NotFound;
import de.einsnull.portal.api.PageResponse.Redirect;
import de.einsnull.portal.api.PageResponse.View;
import de.einsnull.settings.api.Label;
import de.einsnull.testkit.FakeModules;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.testkit.PageVisitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without these, city IT would install blindly, or not learn why something was not installed. */
class ModulesPageTest {

    private final FakeModules fake = new FakeModules();
    private final Desk desk = new Desk(fake, fake, fake, new OneAccount(), false);
    private final PageVisitor visitor = visitor(Language.DE);

    private PageVisitor visitor(Language language) {
        return new PageVisitor(new ModulesPage(desk), FixedCaller.admin("it"), language);
    }

    @BeforeEach
    void modules() {
        var health = new Health(Level.ATTENTION, "db", "Die Tabelle ist voll.", "Aufräumen.");
        fake.add(new ModuleDetails(
                FakeModules.module("trees", Origin.INSTALLED, State.RUNNING),
                List.of(health),
                List.of(),
                List.of(),
                List.of("trees.main", "trees.gate~"),
                List.of(),
                Map.of("requests", 7.0)));
        fake.add(FakeModules.module("bus", Origin.PLATFORM, State.RUNNING));
        fake.add(FakeModules.module("bees", Origin.AVAILABLE, State.AVAILABLE));
        fake.add(FakeModules.module("wells", Origin.INSTALLED, State.QUARANTINED));
    }

    @Test
    void listsWithStateTroubleAndMissingSignature() {
        var model = visitor.model("");
        assertThat(rows(model)).extracting(row -> row.module().name()).containsExactly("trees", "wells", "bus", "bees");
        ModuleRow trees = rows(model).get(0);
        assertThat(trees.kind()).isEqualTo("warning");
        assertThat(trees.trouble()).isEqualTo("Die Tabelle ist voll.");
        assertThat(trees.unsigned()).isTrue();
        assertThat(rows(model).get(2).unsigned()).as("the platform's own").isFalse();
        assertThat(rows(model).get(1).kind()).isEqualTo("fault");
        assertThat(model).containsEntry("own", 2L).containsEntry("troubled", 1L).containsEntry("unsigned", 2L);
    }

    @Test
    void findsByWordsAndByKind() {
        assertThat(rows(visitor.model("", "suche", "TREE"))).hasSize(1);
        assertThat(rows(visitor.model("", "zeige", "verfuegbar"))).hasSize(1);
        assertThat(rows(visitor.model("", "zeige", "probleme")))
                .extracting(row -> row.module().name())
                .containsExactly("wells");
        assertThat(rows(visitor.model("", "zeige", "unsinn", "seite", "99"))).hasSize(4);
        for (int i = 0; i < 30; i++) {
            fake.add(FakeModules.module("m" + i, Origin.INSTALLED, State.RUNNING));
        }
        assertThat(rows(visitor.model("", "seite", "2"))).hasSize(9);
    }

    @Test
    void showsOneModuleWithWhatCanBeDoneToIt() {
        var model = visitor.model("trees");
        assertThat(model).containsEntry("stoppable", true).containsEntry("startable", false);
        assertThat(((List<?>) model.get("settings")).contains(gate()))
                .as("by their PID, as nobody gives them a name")
                .isTrue();
        assertThat(visitor.model("bus")).containsEntry("removable", false).containsEntry("stoppable", false);
        assertThat(visitor.model("wells")).containsEntry("startable", true);
        assertThat(visitor.get("nothing")).isInstanceOf(NotFound.class);
        fake.add(new HistoryEntry(
                FakeModules.AT, "it", Action.REMOVE, "gone", "1", "", Outcome.SUCCEEDED, "", Sentence.NONE));
        assertThat(visitor.get("gone")).isEqualTo(new Redirect("verwaltung/module/verlauf?modul=gone"));
    }

    private static ModulePage.Setting gate() {
        return new ModulePage.Setting("trees.gate", new Label("trees.gate", ""), true);
    }

    @Test
    void anUploadedArchiveLeadsToThePreviewAndFromThereToTheOperation() {
        assertThat(upload("trees")).isEqualTo(new Redirect("verwaltung/module/paket/s1"));
        View preview = (View) visitor.get("paket/s1");
        assertThat(preview.titleKey()).as("it is installed already").isEqualTo("preview.title.UPDATE");
        assertThat(fake.begun()).as("looking changes nothing").isEmpty();
        assertThat(visitor.sentTo("paket/s1")).isEqualTo("verwaltung/module/vorgang/o1");
        assertThat(fake.begun()).containsExactly("it UPDATE s1");

        assertThat(visitor.model("vorgang/o1")).containsEntry("outcome", "");
        fake.end("o1", Outcome.ROLLED_BACK, Optional.of(FakeModules.REFUSED));
        assertThat(visitor.model("vorgang/o1"))
                .containsEntry("outcome", "ROLLED_BACK")
                .containsEntry("reasons", List.of(FakeModules.REFUSED));
        upload("bees");
        assertThat(((View) visitor.get("paket/s2")).titleKey()).isEqualTo("preview.title.INSTALL");
    }

    @Test
    void aRefusedArchiveSaysWhy() {
        View refused = (View) upload("bad");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.model().get("findings")).isEqualTo(List.of(new Told("danger", FakeModules.REFUSED)));
        assertThat(((View) visitor.post("hochladen")).status()).as("no file").isEqualTo(422);
        assertThat(visitor.sentTo("paket/unknown")).isEqualTo("verwaltung/module/hochladen?meldung=weg");
    }

    @Test
    void takesAModuleFromARepositoryOrSaysWhyNot() {
        assertThat(visitor.sentTo("bees/holen", "version", "1.0.0")).isEqualTo("verwaltung/module/paket/s1");
        View failed = (View) visitor.post("unknown/holen", "version", "1.0.0");
        assertThat(failed.status()).isEqualTo(422);
        assertThat(failed.model()).containsEntry("reason", "no repository has unknown");
        assertThat(visitor.get("bees/holen", "version", "1.0.0")).isInstanceOf(NotFound.class);
    }

    @Test
    void doesNotDoWhatThePlanRefuses() {
        fake.object(new Finding(Finding.Level.REFUSED, "foreign", "bus", "Fremdes würde angehalten.", "Foreign."));
        View refused = (View) visitor.post("trees/entfernen");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.model().get("findings").toString()).contains("Fremdes würde angehalten.");
        assertThat(fake.begun()).isEmpty();
        assertThat(visitor.get("nothing/entfernen")).isInstanceOf(NotFound.class);
    }

    @Test
    void theHistoryNamesPeopleAndFilters() {
        fake.add(new HistoryEntry(
                FakeModules.AT, "id-1", Action.INSTALL, "trees", "", "1", Outcome.SUCCEEDED, "", Sentence.NONE));
        fake.add(new HistoryEntry(
                FakeModules.AT,
                "deploy",
                Action.UPDATE,
                "wells",
                "1",
                "2",
                Outcome.ROLLED_BACK,
                "Weil.",
                Sentence.NONE));
        var rows = (List<?>) visitor.model("verlauf").get("rows");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).extracting("actorKey", "kind").containsExactly("history.actor.deploy", "warning");
        assertThat(rows.get(1)).extracting("actor", "kind").containsExactly("Kim", "free");
        assertThat((List<?>) visitor.model("verlauf", "modul", "trees").get("rows"))
                .hasSize(1);
        assertThat(((Redirect) visitor.get("vorgang/o9")).path()).isEqualTo("verwaltung/module/verlauf?meldung=weg");
    }

    @Test
    void sourcesComeAndGo() {
        assertThat(visitor.sentTo("quellen", "adresse", "file:/srv")).endsWith("quellen?meldung=hinzugefuegt");
        assertThat((List<?>) visitor.model("quellen").get("places")).hasSize(1);
        for (String address : List.of("", "a b", "https://nowhere/f.xml")) {
            View refused = (View) visitor.post("quellen", "adresse", address);
            assertThat(refused.status()).as(address).isEqualTo(422);
            assertThat(refused.model()).containsEntry("address", address);
        }
        assertThat(visitor.sentTo("quellen/lesen")).endsWith("?meldung=gelesen");
        assertThat(visitor.get("quellen/lesen"))
                .as("a link alone changes nothing")
                .isInstanceOf(NotFound.class);
        assertThat(visitor.sentTo("quellen/vergessen", "adresse", "file:/srv")).endsWith("?meldung=vergessen");
        assertThat(visitor.sentTo("quellen/vergessen", "adresse", "file:/srv")).endsWith("?meldung=weg");
    }

    private PageResponse upload(String content) {
        return visitor.upload("hochladen", "archiv", "x.jar", content.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static List<ModuleRow> rows(Map<String, Object> model) {
        return (List<ModuleRow>) model.get("rows");
    }
}
