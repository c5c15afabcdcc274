package de.example.benches;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import de.einsnull.testkit.CatalogueCheck;
import de.einsnull.testkit.Configurations;
import de.einsnull.testkit.PageVisitor;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BenchesPageTest {

    private static final Identity ANNA = new Identity("7", "Anna", Set.of(Roles.CITIZEN));

    private final MemoryBenches benches = new MemoryBenches();
    private final BenchesPage page =
            new BenchesPage(benches, new Rules(Configurations.of(Settings.class, Map.of("mostForOne", 1))));
    private final PageVisitor anna = new PageVisitor(page, ANNA, Language.EN);

    @Test
    void whoHasAnAccountAdoptsABench() {
        assertThat(anna.sentTo("", "bench", "1")).isEqualTo("baenke");
        assertThat(benches.adoptedBy("7")).extracting(Bench::getId).containsExactly(1L);
    }

    @Test
    void nobodyAdoptsMoreThanTheCityAllows() {
        anna.post("", "bench", "1");

        var second = (PageResponse.View) anna.post("", "bench", "2");

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.model()).containsEntry("refused", true);
        assertThat(benches.adoptedBy("7")).hasSize(1);
    }

    @Test
    void everybodyElseOnlyLooks() {
        var visitor = new PageVisitor(page, Identity.ANONYMOUS, Language.EN);

        visitor.post("", "bench", "1");

        assertThat(visitor.model("")).containsEntry("mayAdopt", false);
        assertThat(benches.all()).noneMatch(Bench::isAdopted);
    }

    @Test
    void everyTextIsThereInAllLanguages() {
        CatalogueCheck.ofThisModule().isComplete();
        CatalogueCheck.ofThisModule().hasWhatTemplatesUse("kit.");
    }
}
