package de.einsnull.sensors.driver.feed;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.driver.kit.http.Page;
import de.einsnull.sensors.driver.kit.mapping.Csv;
import de.einsnull.sensors.driver.kit.mapping.Format;
import de.einsnull.sensors.driver.kit.mapping.Place;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * How the records are taken out of an answer.
 *
 * @param format how it is written
 * @param list pointer to the records; for CSV without meaning
 * @param separator of CSV, empty to find it out
 * @param charset of CSV, empty if the answer says it
 */
record Layout(Format format, String list, String separator, Optional<Charset> charset) {

    private static final String FEATURES = "/features";

    /**
     * As configured.
     *
     * @throws IllegalArgumentException if a value is not one of those expected
     */
    static Layout of(Settings settings) {
        var format = Format.of(settings.format());
        String list = settings.list().strip();
        Place.of(list);
        String charset = settings.charset().strip();
        return new Layout(
                format,
                format == Format.GEOJSON && list.isEmpty() ? FEATURES : list,
                settings.separator(),
                charset.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(charset)));
    }

    List<JsonNode> records(Page page) throws IOException {
        if (format == Format.CSV) {
            return Csv.read(new String(page.body(), charset.orElseGet(page::charset)), separator);
        }
        return Format.records(Format.json(page.body()), list);
    }
}
