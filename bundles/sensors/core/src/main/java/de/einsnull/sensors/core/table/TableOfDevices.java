package de.einsnull.sensors.core.table;

import de.einsnull.security.api.AuditTrail;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.DeviceTable;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.UnreadableTable;
import de.einsnull.sensors.core.codec.Codecs;
import de.einsnull.sensors.core.registry.Registry;
import de.einsnull.settings.api.table.Csv;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads tables of devices against what is registered, and registers what they add. */
@Component
public final class TableOfDevices implements DeviceTable {

    private final Registry registry;
    private final DriverInstances drivers;
    private final Codecs codecs;
    private final AuditTrail audit;

    @Activate
    public TableOfDevices(
            @Reference Registry registry,
            @Reference DriverInstances drivers,
            @Reference Codecs codecs,
            @Reference AuditTrail audit) {
        this.registry = registry;
        this.drivers = drivers;
        this.codecs = codecs;
        this.audit = audit;
    }

    private record Planned(Row row, Optional<DeviceRegistration> registration) {

        boolean isWanted() {
            return row.effect() == Effect.NEW || row.effect() == Effect.CHANGED;
        }
    }

    private record Plan(Head head, List<Planned> rows) {

        Report report(boolean applied) {
            return new Report(head.titles(), rows.stream().map(Planned::row).toList(), applied);
        }
    }

    @Override
    public Report check(byte[] csv) {
        return plan(csv).report(false);
    }

    @Override
    public Report apply(byte[] csv, boolean onlyIfAll, String actor) {
        var plan = plan(csv);
        var report = plan.report(true);
        long faulty = report.count(Effect.FAULTY);
        if (onlyIfAll && faulty > 0) {
            return plan.report(false);
        }
        var wanted = plan.rows().stream()
                .filter(Planned::isWanted)
                .flatMap(planned -> planned.registration().stream())
                .toList();
        if (!wanted.isEmpty()) {
            registry.registerAll(wanted);
            var what = report.count(Effect.NEW) + " new, " + report.count(Effect.CHANGED) + " changed, "
                    + report.count(Effect.UNCHANGED) + " unchanged, " + faulty + " left out";
            audit.record(actor, "devices.imported", what, true);
        }
        return report;
    }

    private Plan plan(byte[] csv) {
        if (csv.length > MOST_BYTES) {
            throw new UnreadableTable(UnreadableTable.Code.TOO_LARGE, MOST_BYTES / 1024 + " KiB");
        }
        var lines = Csv.read(Csv.decode(csv));
        if (lines.size() < 2) {
            throw new UnreadableTable(UnreadableTable.Code.EMPTY, "");
        }
        if (lines.size() > MOST_ROWS + 1) {
            throw new UnreadableTable(UnreadableTable.Code.TOO_LARGE, String.valueOf(MOST_ROWS));
        }
        registry.ensureLoaded();
        var head = Head.of(lines.get(0).fields());
        var known = Known.now(drivers, registry.catalogue(), codecs);
        var seen = new HashMap<List<String>, Integer>();
        var rows = new ArrayList<Planned>();
        for (var line : lines.subList(1, lines.size())) {
            rows.add(planned(head, known, line, seen));
        }
        return new Plan(head, rows);
    }

    private Planned planned(Head head, Known known, Csv.Line line, Map<List<String>, Integer> seen) {
        var fields = line.fields();
        var instance = head.value(Column.INSTANCE, fields).orElse("");
        var externalId = id(head, fields, instance);
        var before = registry.find(instance, externalId).map(Device::registration);
        var reader = new RowReader(head, known, fields, before);
        var stated = reader.read(instance, externalId);
        var faults = new ArrayList<>(reader.faults());
        faults.addAll(strangeness(head, line, seen.putIfAbsent(List.of(instance, externalId), line.number())));
        var changes = stated.flatMap(after -> before.map(b -> changes(head, b, after)))
                .orElse(List.of());
        var effect = effect(!faults.isEmpty(), before, stated);
        var name = head.value(Column.NAME, fields)
                .orElseGet(() -> before.map(DeviceRegistration::name).orElse(""));
        return new Planned(new Row(line.number(), fields, instance, externalId, name, effect, changes, faults), stated);
    }

    /** What is wrong with a row among others; {@code earlier} is the line of the same device before it, or null. */
    private static List<Fault> strangeness(Head head, Csv.Line line, Integer earlier) {
        var faults = new ArrayList<Fault>();
        int columns = head.titles().size();
        if (line.fields().stream().skip(columns).anyMatch(extra -> !extra.isEmpty())) {
            faults.add(new Fault("", Code.TOO_MANY_FIELDS, String.valueOf(columns)));
        }
        boolean named = head.value(Column.EXTERNAL_ID, line.fields())
                .filter(id -> !id.isEmpty())
                .isPresent();
        if (earlier != null && named) {
            faults.add(new Fault(head.title(Column.EXTERNAL_ID), Code.TWICE, String.valueOf(earlier)));
        }
        return faults;
    }

    private static Effect effect(
            boolean faulty, Optional<DeviceRegistration> before, Optional<DeviceRegistration> stated) {
        if (faulty) {
            return Effect.FAULTY;
        }
        if (before.isEmpty()) {
            return Effect.NEW;
        }
        return before.equals(stated) ? Effect.UNCHANGED : Effect.CHANGED;
    }

    /** An EUI of LoRaWAN is known in upper case without separators, however it stands on the box. */
    private String id(Head head, List<String> fields, String instance) {
        var stated = head.value(Column.EXTERNAL_ID, fields).orElse("");
        if (!Eui.isOne(stated) || registry.find(instance, stated).isPresent()) {
            return stated;
        }
        var eui = Eui.usual(stated);
        boolean decoded = !head.value(Column.MODEL, fields).orElse("").isEmpty();
        return decoded || registry.find(instance, eui).isPresent() ? eui : stated;
    }

    private static List<String> changes(Head head, DeviceRegistration before, DeviceRegistration after) {
        var columns = Stream.of(Column.values())
                .filter(head::has)
                .filter(column -> !column.of(before).equals(column.of(after)))
                .map(head::title);
        var properties = head.properties(List.of()).keySet().stream()
                .filter(key -> !before.properties()
                        .getOrDefault(key, "")
                        .equals(after.properties().getOrDefault(key, "")))
                .map(head::title);
        return Stream.concat(columns, properties).toList();
    }

    @Override
    public String template(Locale language) {
        return head(language, List.of());
    }

    private static String head(Locale language, List<String> properties) {
        boolean german = isGerman(language);
        var columns = Stream.of(Column.values()).map(column -> column.title(german));
        var rest = properties.stream().map(key -> (german ? "Eigenschaft." : "property.") + key);
        return Csv.line(Stream.concat(columns, rest).toList());
    }

    private static boolean isGerman(Locale language) {
        return language.getLanguage().equals(Locale.GERMAN.getLanguage());
    }

    @Override
    public String export(Locale language) {
        registry.ensureLoaded();
        boolean german = isGerman(language);
        var devices = registry.devices(Optional.empty(), 0, Page.MAX).items().stream()
                .map(Device::registration)
                .toList();
        var properties = devices.stream()
                .flatMap(device -> device.properties().keySet().stream())
                .filter(Head::isProperty)
                .distinct()
                .sorted()
                .toList();
        return devices.stream()
                .map(device -> line(device, german, properties))
                .collect(Collectors.joining("", Csv.BYTE_ORDER_MARK + head(language, properties), ""));
    }

    private static String line(DeviceRegistration device, boolean german, List<String> properties) {
        var columns = Stream.of(Column.values()).map(column -> column.exported(device, german));
        var rest = properties.stream().map(key -> device.properties().getOrDefault(key, ""));
        return Csv.line(Stream.concat(columns, rest).toList());
    }
}
