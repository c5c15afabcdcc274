package de.einsnull.sensors.admin.table;

import de.einsnull.sensors.api.DeviceTable;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.UnreadableTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads tables in which a row is the name of its effect; once applied, what is not faulty is unchanged. */
final class FakeTables implements DeviceTable {

    final List<String> applied = new ArrayList<>();
    boolean away;

    @Override
    public Report check(byte[] csv) {
        var lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
        if (lines.size() < 2) {
            throw new UnreadableTable(UnreadableTable.Code.UNKNOWN_COLUMN, "colour");
        }
        var rows = new ArrayList<Row>();
        for (int i = 1; i < lines.size(); i++) {
            rows.add(row(i + 1, Effect.valueOf(lines.get(i))));
        }
        return new Report(List.of("Kennung", "Grund"), rows, false);
    }

    private Row row(int line, Effect stated) {
        boolean done = !applied.isEmpty() && stated != Effect.FAULTY;
        var effect = done ? Effect.UNCHANGED : stated;
        return new Row(
                line,
                List.of("E" + line, "old reason"),
                "lorawan",
                "E" + line,
                "Linde",
                effect,
                effect == Effect.CHANGED ? List.of("Name", "Gruppe") : List.of(),
                effect == Effect.FAULTY ? List.of(new Fault("Breitengrad", Code.NOT_DEGREES, "90")) : List.of());
    }

    @Override
    public Report apply(byte[] csv, boolean onlyIfAll, String actor) {
        if (away) {
            throw new SensorDataException("away", null);
        }
        var report = check(csv);
        boolean refused = onlyIfAll && report.count(Effect.FAULTY) > 0;
        if (!refused) {
            applied.add(actor);
        }
        return new Report(report.head(), report.rows(), !refused);
    }

    @Override
    public String template(Locale language) {
        return "template " + language;
    }

    @Override
    public String export(Locale language) {
        return "export " + language;
    }
}
