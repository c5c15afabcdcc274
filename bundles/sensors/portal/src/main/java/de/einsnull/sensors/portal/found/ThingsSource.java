package de.einsnull.sensors.portal.found;

import de.einsnull.portal.api.Language;
import de.einsnull.search.api.Readers;
import de.einsnull.search.api.SearchDocument;
import de.einsnull.search.api.SearchSource;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.ThingQuery;
import de.einsnull.sensors.portal.layer.LayerSpec;
import de.einsnull.sensors.portal.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Things with open data, for everybody, by name, description, group and kind in the language of the reader. */
final class ThingsSource implements SearchSource {

    /** Type of the documents. */
    static final String TYPE = "sensor";

    private final SensorDirectory directory;
    private final Words words;

    ThingsSource(SensorDirectory directory, Words words) {
        this.directory = directory;
        this.words = words;
    }

    /** All things that are open now. */
    List<Thing> open() {
        var things = new ArrayList<Thing>();
        int found;
        do {
            var query = new ThingQuery(Set.of(), Optional.empty(), "", true, things.size(), Page.MAX);
            var page = directory.things(query).items();
            things.addAll(page);
            found = page.size();
        } while (found == Page.MAX);
        return things;
    }

    @Override
    public void documents(Consumer<SearchDocument> documents) {
        open().stream().flatMap(this::inAllLanguages).forEach(documents);
    }

    @Override
    public List<SearchDocument> document(String id) {
        return open().stream()
                .filter(thing -> Long.toString(thing.id()).equals(id))
                .flatMap(this::inAllLanguages)
                .toList();
    }

    private Stream<SearchDocument> inAllLanguages(Thing thing) {
        return Arrays.stream(Language.values()).map(language -> in(language, thing));
    }

    private SearchDocument in(Language language, Thing thing) {
        String kind = words.text(language, LayerSpec.of(thing.kind()).titleKey());
        String title = thing.name().isBlank() ? kind : thing.name();
        return SearchDocument.of(TYPE, Long.toString(thing.id()), cut(title))
                .language(language.tag())
                .body(Stream.of(kind, thing.group(), thing.description())
                        .filter(text -> !text.isBlank())
                        .reduce((one, other) -> one + " · " + other)
                        .orElse(""))
                .facet("kind", cut(kind))
                .facet("area", cut(thing.group()))
                .link("sensoren/" + thing.id())
                .readers(Readers.PUBLIC)
                .build();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(SearchDocument.MAX_TITLE, text.length()));
    }
}
