package de.example.benches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.jobs.api.JobRun;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MapFeature;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.search.api.Readers;
import de.einsnull.search.api.SearchDocument;
import de.einsnull.security.api.Erasure;
import de.einsnull.security.api.Identity;
import de.einsnull.testkit.FakeMetrics;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.web.api.ProblemException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;

/** Each contribution by itself: plain objects, no platform. */
class ContributionsTest {

    private static final Identity ANNA = new Identity("7", "Anna", Set.of());

    private final MemoryBenches benches = new MemoryBenches();

    @Test
    void theLayerTellsTheStateInWordsOfTheLanguage() {
        benches.adopt(1, "7");

        assertThat(new BenchesLayer(benches).features(Language.EN))
                .extracting(MapFeature::stateText)
                .containsExactly("In good hands", "Looks for somebody");
        assertThat(new BenchesLayer(benches).features(Language.DE_SIMPLE).get(0).stateText())
                .isEqualTo("Jemand kümmert sich");
    }

    @Test
    void theCardCountsWhatIsFree() {
        benches.adopt(1, "7");
        var request = new PageRequest("GET", "", Language.DE, Identity.ANONYMOUS, Map.of());

        assertThat(new BenchesCard(benches).render(request).orElseThrow().model())
                .containsEntry("free", 1L)
                .containsEntry("total", 2);
    }

    @Test
    void theApiRefusesABenchThatIsTaken() {
        var api = new BenchesApi(benches, new FixedCaller(ANNA));

        api.adopt(1);

        assertThat(api.all()).extracting(BenchesApi.BenchView::adopted).containsExactly(true, false);
        assertThatThrownBy(() -> api.adopt(1)).isInstanceOf(ProblemException.class);
    }

    @Test
    void anAdoptionReachesOpenMaps() {
        var published = new ArrayList<String>();
        var metrics = new FakeMetrics();
        var news = new AdoptionNews((channel, json) -> published.add(channel + " " + json), metrics);

        news.onEvent(CityEvent.of(URI.create("/benches"), StoredBenches.ADOPTED, "1", Instant.EPOCH, "{}"));

        assertThat(published).containsExactly("map/benches {\"bench\":1}");
        assertThat(metrics.counted("benches.adopted")).isEqualTo(1);
    }

    @Test
    void theInspectionSaysHowManyWait() {
        var run = new JobRun(Instant.EPOCH, 0, Optional.empty());

        assertThat(new Inspection(benches).run(run)).isEqualTo("2 of 2 benches wait for somebody");
    }

    @Test
    void everybodyFindsABenchInTheirLanguage() {
        benches.adopt(1, "7");

        var found = new BenchesSearch(benches).document("1");

        assertThat(found).hasSize(Language.values().length).allSatisfy(document -> assertThat(document.readers())
                .containsExactly(Readers.PUBLIC));
        assertThat(found)
                .filteredOn(document -> document.language().equals("en"))
                .extracting(SearchDocument::title, SearchDocument::body)
                .containsExactly(tuple("Bench at the mill pond", "In good hands"));
        assertThat(new BenchesSearch(benches).document("99")).isEmpty();
    }

    @Test
    void theCheckIsWellWhileThereAreBenches() {
        assertThat(new BenchesCheck(benches).execute().getStatus()).isEqualTo(Result.Status.OK);
        var none = new BenchesCheck(new Benches() {
            @Override
            public List<Bench> all() {
                return List.of();
            }

            @Override
            public List<Bench> adoptedBy(String account) {
                return List.of();
            }

            @Override
            public boolean adopt(long id, String account) {
                return false;
            }

            @Override
            public int release(String account) {
                return 0;
            }
        });
        assertThat(none.execute().getStatus()).isEqualTo(Result.Status.WARN);
    }

    @Test
    void peopleSeeAndEraseWhatTheyAdopted() {
        benches.adopt(2, "7");
        var data = new AdoptionData(benches);

        var kept = data.export(ANNA, Language.EN.locale());
        assertThat(kept.title()).isEqualTo("Your benches");
        assertThat(kept.items()).singleElement().satisfies(item -> assertThat(item.label())
                .isEqualTo("Bench by the station"));

        assertThat(data.erase(ANNA, Language.EN.locale())).isEqualTo(Erasure.ofAll(1));
        assertThat(benches.adoptedBy("7")).isEmpty();
    }
}
