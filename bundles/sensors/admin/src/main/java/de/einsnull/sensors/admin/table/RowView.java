package de.einsnull.sensors.admin.table;

import de.einsnull.portal.api.Language;
import de.einsnull.sensors.admin.Words;
import de.einsnull.sensors.api.DeviceTable;
import de.einsnull.sensors.api.DeviceTable.Effect;
import de.einsnull.sensors.api.DeviceTable.Fault;
import java.util.List;

/**
 * A row of a table as the template sees it.
 *
 * @param line number of its line
 * @param externalId what the driver calls the device
 * @param name name of the device
 * @param effect name of the effect
 * @param kind colour of the effect
 * @param changes names of the columns that change
 * @param faults what is wrong and what to do, in sentences
 */
public record RowView(
        int line,
        String externalId,
        String name,
        String effect,
        String kind,
        List<String> changes,
        List<String> faults) {

    static RowView of(DeviceTable.Row row, Words words, Language language) {
        return new RowView(
                row.line(),
                row.externalId(),
                row.name(),
                row.effect().name(),
                kind(row.effect()),
                row.changes(),
                sentences(row, words, language));
    }

    private static String kind(Effect effect) {
        return switch (effect) {
            case NEW -> "good";
            case CHANGED -> "info";
            case UNCHANGED -> "neutral";
            case FAULTY -> "bad";
        };
    }

    static List<String> sentences(DeviceTable.Row row, Words words, Language language) {
        return row.faults().stream()
                .map(fault -> sentence(fault, words, language))
                .toList();
    }

    private static String sentence(Fault fault, Words words, Language language) {
        var text = words.text(language, "import.fault." + fault.code(), fault.detail());
        return fault.column().isEmpty() ? text : fault.column() + ": " + text;
    }
}
