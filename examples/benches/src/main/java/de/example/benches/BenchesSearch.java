package de.example.benches;

import de.einsnull.portal.api.Language;
import de.einsnull.search.api.Readers;
import de.einsnull.search.api.SearchDocument;
import de.einsnull.search.api.SearchSource;
import de.einsnull.search.api.Searchable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets everybody find a bench by its name and by what the city says of it, in the language they read. */
@Component
@Searchable(type = BenchesSearch.TYPE, titleKey = "benches.title", icon = "tree")
public final class BenchesSearch implements SearchSource {

    static final String TYPE = "bench";

    private final Benches benches;
    private final Texts texts = new Texts();

    @Activate
    public BenchesSearch(@Reference Benches benches) {
        this.benches = benches;
    }

    @Override
    public void documents(Consumer<SearchDocument> documents) {
        benches.all().stream().flatMap(this::inAllLanguages).forEach(documents);
    }

    @Override
    public List<SearchDocument> document(String id) {
        return benches.all().stream()
                .filter(bench -> Long.toString(bench.getId()).equals(id))
                .flatMap(this::inAllLanguages)
                .toList();
    }

    private Stream<SearchDocument> inAllLanguages(Bench bench) {
        String state = bench.isAdopted() ? "bench.adopted" : "bench.free";
        return Arrays.stream(Language.values())
                .map(language -> SearchDocument.of(TYPE, Long.toString(bench.getId()), bench.getName())
                        .language(language.tag())
                        .body(texts.in(language.locale(), state))
                        .link(BenchesPage.PATH)
                        .readers(Readers.PUBLIC)
                        .build());
    }
}
