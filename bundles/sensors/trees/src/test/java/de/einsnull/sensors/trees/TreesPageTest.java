package de.einsnull.sensors.trees;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.security.api.Identity;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.WorkList;
import de.einsnull.sensors.testkit.FakeSensorDirectory;
import de.einsnull.testkit.CatalogueCheck;
import de.einsnull.testkit.Configurations;
import de.einsnull.testkit.MovableClock;
import de.einsnull.testkit.PageVisitor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The depot's list: who needs water, in which order, why, and who was asked. */
class TreesPageTest {

    private static final Channel MOISTURE =
            Channel.number(Channels.SOIL_MOISTURE, "%", Channels.observedProperty(Channels.SOIL_MOISTURE));

    private final MovableClock clock = MovableClock.at("2026-11-24T12:00:00Z");
    private final FakeSensorDirectory directory = new FakeSensorDirectory();
    private final FakeWork work = new FakeWork();
    private final Trees trees = new Trees(directory, Configurations.of(Settings.class, Map.of()), clock);
    private final TreesPage page = new TreesPage(trees, new Words(name -> TreesPageTest.class.getResource("/" + name)));
    private final PageVisitor yard = new PageVisitor(page, new Identity("kim", "Kim", Set.of("staff")), Language.DE);

    private static final class FakeWork implements WorkList {

        private final List<Entry> entries = new ArrayList<>();

        @Override
        public boolean add(Entry entry) {
            return !isOpen(entry.reference()) && entries.add(entry);
        }

        @Override
        public boolean isOpen(String reference) {
            return entries.stream().anyMatch(one -> one.reference().equals(reference));
        }
    }

    @BeforeEach
    void plant() {
        tree(1, "Eiche", 20, 20, 20, 20, 20, 20, 20);
        tree(2, "Linde", 17, 16, 15, 13.5, 13, 12.5, 12);
        tree(3, "Buche", 20, 19, 18, 17, 16.5, 16, 15);
        tree(4, "=Ahorn;", 30, 25, 13, 12, 11, 10, 9);
        tree(5, "Neu");
        page.work = work;
    }

    /** One value each six hours, the last an hour ago. */
    private void tree(long id, String name, double... values) {
        var all = new ArrayList<Observation>();
        for (int i = 0; i < values.length; i++) {
            var at = clock.instant().minus(Duration.ofHours(1 + 6L * (values.length - 1 - i)));
            all.add(new Observation(id, at, at, 0, Value.of(values[i])));
        }
        directory.observe(all.toArray(Observation[]::new));
        var last = all.isEmpty() ? Optional.<Observation>empty() : Optional.of(all.get(all.size() - 1));
        var stream = new Datastream(id, id, "m", MOISTURE, 1, 1, true, "", last);
        directory.put(
                new Thing(id, name, "", Kinds.SOIL, "Park", Optional.empty(), 0, false, Map.of(), List.of(stream)));
    }

    @Test
    void theLongestDryComesFirstThenWhoWillBeThenSensorsToLookAt() {
        assertThat(trees.all()).extracting(Tree::name).containsExactly("=Ahorn;", "Linde", "Buche", "Neu", "Eiche");
        assertThat(trees.all())
                .extracting(Tree::need)
                .containsExactly(Tree.Need.NOW, Tree.Need.NOW, Tree.Need.SOON, Tree.Need.LOOK, Tree.Need.NOTHING);
    }

    @Test
    void theReasonSaysHowDrySinceWhenAndWhereItIsGoing() {
        var linden = trees.all().get(1);

        assertThat(linden.moisture()).isEqualTo(12);
        assertThat(linden.drySince()).isEqualTo(clock.instant().minus(Duration.ofHours(19)));
        assertThat(linden.perDay()).isBetween(-4.0, -3.0);
        var beech = trees.all().get(2);
        assertThat(beech.drySince()).isNull();
        assertThat(beech.daysUntilDry()).isBetween(0.2, 0.4);
    }

    /** The wet values before the watering would make the forecast far too gloomy or far too rosy. */
    @Test
    void theForecastBeginsAtTheLastWatering() {
        tree(6, "Ulme", 15, 14.5, 30, 29.5, 29, 28.5, 28, 27.5, 27);

        var elm = trees.all().stream().filter(one -> one.id() == 6).findFirst().orElseThrow();

        assertThat(elm.perDay()).isBetween(-2.1, -1.9);
        assertThat(elm.daysUntilDry()).isBetween(6.0, 7.0);
        assertThat(elm.need()).isEqualTo(Tree.Need.NOTHING);
    }

    @Test
    void aSensorThatIsSilentIsLookedAtInsteadOfBelieved() {
        clock.advance(Duration.ofDays(2));

        assertThat(trees.all()).extracting(Tree::need).containsOnly(Tree.Need.LOOK);
    }

    @Test
    void oneClickAsksForOneTreeOrForAllThatAreDry() {
        assertThat(yard.sentTo("auftrag", "baum", "3")).endsWith("meldung=beauftragt");
        assertThat(work.entries).extracting(WorkList.Entry::title).containsExactly("Gießen: Buche");
        assertThat(yard.sentTo("auftrag", "baum", "3")).endsWith("meldung=nichts");

        assertThat(yard.sentTo("auftrag")).endsWith("meldung=beauftragt");

        assertThat(work.entries).hasSize(3).last().satisfies(entry -> {
            assertThat(entry.team()).isEqualTo("Bauhof");
            assertThat(entry.detail()).isEqualTo("12,0 % Bodenfeuchte, zu trocken seit 2026-11-23");
        });
        assertThat(yard.model("").get("now").toString()).contains("asked=true").doesNotContain("asked=false");
    }

    @Test
    void withoutTheModuleThatKeepsTasksTheListIsThereAlone() {
        page.work = null;

        assertThat(yard.model("")).containsEntry("tasks", false).containsEntry("total", 5);
        assertThat(yard.sentTo("auftrag")).endsWith("meldung=nichts");
        assertThat(yard.get("auftrag")).isInstanceOf(PageResponse.NotFound.class);
    }

    @Test
    void theTableIsForGermanSpreadsheetsAndRunsNoFormulas() {
        var csv = new String(((PageResponse.Content) yard.get("liste.csv")).body(), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\ufeff\"Baum oder Beet\";");
        assertThat(csv.lines()).hasSize(6);
        assertThat(csv).contains("\"'=Ahorn;\";\"Park\";\"Jetzt gießen\";9,0;24.11.2026 12:00;");
    }

    @Test
    void withoutTheDatabaseThePageSaysSo() {
        directory.setAway(true);

        assertThat(yard.model("")).containsEntry("broken", true);
    }

    /** A page that reads two weeks of every tree each time would be slow when it is needed. */
    @Test
    void aSeriesIsReadOnceForEachOfItsValues() {
        trees.all();
        directory.setAway(true);
        assertThat(trees.all()).hasSize(5);

        directory.setAway(false);
        Instant before = trees.all().get(0).observedAt();
        clock.advance(Duration.ofHours(1));
        tree(4, "=Ahorn;", 30);
        assertThat(trees.all().stream()
                        .filter(one -> one.id() == 4)
                        .findFirst()
                        .orElseThrow()
                        .observedAt())
                .isEqualTo(before.plus(Duration.ofHours(1)));
    }

    @Test
    void everyLanguageHasEveryText() {
        CatalogueCheck.ofThisModule().isComplete();
        CatalogueCheck.ofThisModule().hasWhatTemplatesUse("kit.");
        for (var need : Tree.Need.values()) {
            CatalogueCheck.ofThisModule().has("need." + need);
        }
        CatalogueCheck.ofThisModule().has("reason.moisture", "reason.since", "task.title", "trees.title.hint");
    }
}
