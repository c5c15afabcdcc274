package de.einsnull.sensors.portal.found;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.einsnull.search.api.Readers;
import de.einsnull.search.api.SearchDocument;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.portal.Fixtures;
import de.einsnull.sensors.testkit.FakeSensorDirectory;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ThingsSourceTest {

    private final FakeSensorDirectory directory = new FakeSensorDirectory();
    private final ThingsSource source = new ThingsSource(directory, Fixtures.words());

    /** Who searches for a car park in Turkish finds it, though its name is German. */
    @Test
    void aThingIsFoundByItsKindInEveryLanguage() {
        directory.put(Fixtures.simple(7, Kinds.CAR_PARK, Channels.FREE_SPACES, Value.of(3), "1"));
        var found = new ArrayList<SearchDocument>();

        source.documents(found::add);

        assertThat(found)
                .filteredOn(document ->
                        document.language().equals("de") || document.language().equals("en"))
                .extracting(SearchDocument::title, SearchDocument::link, SearchDocument::body)
                .containsExactly(
                        tuple("Ding 7", "sensoren/7", "Parkhäuser und Parkplätze"),
                        tuple("Ding 7", "sensoren/7", "Car parks"));
        assertThat(found).allSatisfy(document -> assertThat(document.readers()).containsExactly(Readers.PUBLIC));
        assertThat(source.document("7")).isEqualTo(found);
        assertThat(source.document("8")).isEmpty();
    }
}
