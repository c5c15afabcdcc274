package de.einsnull.sensors.api;

import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Registers many devices from a table, or changes them. The first line names columns, every further line is a device, known
 * by its driver instance and what the driver calls it; so the same table twice changes nothing. Delimiter is whichever of
 * semicolon, comma and tab the first line has most of; numbers may have a decimal comma. Safe for use by several threads.
 *
 * <p>Columns, in any order and with their German names too: {@code instance} (Treiberinstanz) and {@code externalId}
 * (Kennung) must be there; {@code name} (Name) must be there for a new device; {@code kind} (Art), {@code model} (Modell),
 * {@code description} (Beschreibung), {@code group} (Gruppe), {@code latitude} (Breitengrad), {@code longitude}
 * (Längengrad), {@code open} (Offen), {@code licence} (Lizenz) and {@code property.<key>} (Eigenschaft.<key>) may be. What a
 * device has and the table has no column for stays as it is, and so does a place whose two fields are empty; any other empty
 * field empties. The EUI of a LoRaWAN device may be written in lower case and with hyphens or colons. A column {@code reason} (Grund) is passed over, so that the
 * list of faulty rows can be corrected and given back.
 */
@ProviderType
public interface DeviceTable {

    /** Most rows of a table. */
    int MOST_ROWS = 2_000;

    /** Longest table, bytes. */
    int MOST_BYTES = 524_288;

    /**
     * Looks at a table without changing anything.
     *
     * @param csv the table, in UTF-8 or Windows-1252
     * @return what would become of each row
     * @throws UnreadableTable if it is not such a table
     */
    Report check(byte[] csv);

    /**
     * Registers what is new and changes what is different, in one transaction. One entry in the audit trail says how many.
     *
     * @param csv the table, in UTF-8 or Windows-1252
     * @param onlyIfAll whether nothing is done as soon as one row is faulty; otherwise faulty rows are left out
     * @param actor account that does it
     * @return what became of each row
     * @throws UnreadableTable if it is not such a table
     * @throws SensorDataException if the database cannot be reached; then nothing was done
     */
    Report apply(byte[] csv, boolean onlyIfAll, String actor);

    /**
     * An empty table.
     *
     * @param language German or English names of the columns
     * @return one line
     */
    String template(Locale language);

    /**
     * All devices as such a table; it may have more rows than one that is given.
     *
     * @param language German or English names of the columns
     * @return the table
     */
    String export(Locale language);

    /** What a row does. */
    enum Effect {
        /** Registers a device. */
        NEW,
        /** Changes a device. */
        CHANGED,
        /** Says what is so already. */
        UNCHANGED,
        /** Nothing, because something is wrong. */
        FAULTY
    }

    /** What can be wrong in a row. */
    enum Code {
        /** There must be a value. */
        REQUIRED,
        /** Longer than the detail says, in characters. */
        TOO_LONG,
        /** There is no such driver instance; the detail lists them. */
        NO_INSTANCE,
        /** There is no codec for the model; the detail lists models. */
        NO_MODEL,
        /** Not a kind; the detail lists the usual ones. */
        NO_KIND,
        /** Not a number of degrees within plus and minus the detail. */
        NOT_DEGREES,
        /** Latitude and longitude go together. */
        HALF_PLACE,
        /** Neither yes nor no. */
        NOT_YES_NO,
        /** The same device stands in the line of the detail already. */
        TWICE,
        /** More fields than the first line has columns, which is the detail. */
        TOO_MANY_FIELDS
    }

    /**
     * Something wrong.
     *
     * @param column name of the column as the table has it, empty if it concerns the whole row
     * @param code what is wrong
     * @param detail value that a message needs, may be empty
     */
    record Fault(String column, Code code, String detail) {}

    /**
     * A row of the table.
     *
     * @param line number of its line, the first line of the table is 1
     * @param fields its fields as they stand there
     * @param instance driver instance, may be empty if it is faulty
     * @param externalId what the driver calls the device, may be empty if it is faulty
     * @param name name of the device
     * @param effect what it does
     * @param changes names of the columns that change a device
     * @param faults what is wrong
     */
    record Row(
            int line,
            List<String> fields,
            String instance,
            String externalId,
            String name,
            Effect effect,
            List<String> changes,
            List<Fault> faults) {

        /** Copies the lists. */
        public Row {
            fields = List.copyOf(fields);
            changes = List.copyOf(changes);
            faults = List.copyOf(faults);
        }
    }

    /**
     * What a table does.
     *
     * @param head names of the columns as the table has them
     * @param rows rows in the order of the table
     * @param applied whether new and changed rows are registered now
     */
    record Report(List<String> head, List<Row> rows, boolean applied) {

        /** Copies the lists. */
        public Report {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }

        /**
         * How many rows have an effect.
         *
         * @param effect effect
         * @return zero or more
         */
        public long count(Effect effect) {
            return rows.stream().filter(row -> row.effect() == effect).count();
        }
    }
}
