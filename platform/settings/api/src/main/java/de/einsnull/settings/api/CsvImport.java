package de.einsnull.settings.api;

import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Creates many instances from a table. The first line names settings by their ids, every further line is an instance; a
 * column {@code name} names it if no setting does. Delimiter is whichever of semicolon, comma and tab the first line has
 * most of; a value in quotes may hold it, and several values of one setting are separated by {@code |}. At most 2,000 rows.
 */
@ProviderType
public interface CsvImport {

    /**
     * Looks at a table without creating anything.
     *
     * @param factoryPid factory PID
     * @param csv the table
     * @param language language of messages that come from modules
     * @return one entry for each row
     * @throws IllegalArgumentException if it is not such a table; the message says why, in English
     */
    List<Row> check(String factoryPid, String csv, Locale language);

    /**
     * Creates the instances of the rows without faults.
     *
     * @param factoryPid factory PID
     * @param csv the table
     * @param onlyIfAll whether nothing is created as soon as one row has a fault
     * @param actor id of the account, for the audit trail
     * @param language language of messages that come from modules
     * @return one entry for each row, with what was created
     * @throws IllegalArgumentException if it is not such a table
     */
    List<Row> create(String factoryPid, String csv, boolean onlyIfAll, String actor, Locale language);

    /**
     * Reads bytes as text: UTF-8 with or without a byte order mark, otherwise Windows-1252.
     *
     * @param bytes a file
     * @return its text
     */
    String decode(byte[] bytes);

    /**
     * What became of a row.
     *
     * @param line number of the line, the first line is 1
     * @param instance name of the instance, may be empty if it has none
     * @param created whether it was created
     * @param faults what is wrong with it
     */
    record Row(int line, String instance, boolean created, List<Fault> faults) {

        /** Copies the list. */
        public Row {
            faults = List.copyOf(faults);
        }
    }
}
