package de.einsnull.sensors.admin;

import de.einsnull.portal.api.PageNotice;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.DiscoveryInbox;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.SensorDataException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drivers, unknown devices, devices and the ledger on one page. Without the database, what is known from memory. */
final class Overview {

    private static final Logger LOG = LoggerFactory.getLogger(Overview.class);
    private static final int SIZE = 25;
    private static final int LONGEST_TEXT = 100;

    private final DeviceRegistry registry;
    private final DriverInstances drivers;
    private final DiscoveryInbox inbox;
    private final DriverSettings settings;

    Overview(DeviceRegistry registry, DriverInstances drivers, DiscoveryInbox inbox, DriverSettings settings) {
        this.registry = registry;
        this.drivers = drivers;
        this.inbox = inbox;
        this.settings = settings;
    }

    /**
     * A driver instance; {@code kind} is the shape of its state, {@code cause} empty while nothing is wrong,
     * {@code scanner} whether it can look for devices now, {@code settings} the page of its settings, empty without one.
     */
    public record DriverRow(
            DriverInstances.Status status, String kind, String cause, boolean scanner, String settings) {}

    /** A device; {@code lastSeen} is null before its first observation. */
    public record DeviceRow(long id, DeviceRegistration registration, Instant lastSeen) {}

    /** A row of the ledger; {@code kind} is the colour of its outcome. */
    public record LedgerRow(String instance, String outcome, String kind, long count, Instant last) {}

    PageResponse show(PageRequest request) {
        var model = new HashMap<String, Object>();
        model.put("notice", PageNotice.shown(request, Notice.values()));
        var scanners = inbox.scanners();
        var rows = drivers.instances().stream()
                .map(status -> driver(status, scanners.contains(status.instance())))
                .toList();
        model.put("drivers", rows);
        model.put("settings", settings.all());
        model.put(
                "troubled",
                rows.stream().filter(row -> !row.kind().equals("free")).count());
        model.putAll(stored());
        model.putAll(devices(request));
        return PageResponse.view("devices", "devices.title", model);
    }

    private DriverRow driver(DriverInstances.Status status, boolean scanner) {
        String cause = status.cause() == DriverCause.NONE ? "" : status.cause().name();
        return new DriverRow(status, shape(status.state()), cause, scanner, settings.of(status.instance()));
    }

    private static String shape(DriverState state) {
        return switch (state) {
            case ONLINE -> "free";
            case DEGRADED -> "warning";
            case OFFLINE -> "fault";
            case STOPPED, OPENING, CLOSING -> "unknown";
        };
    }

    private Map<String, Object> stored() {
        try {
            var ledger = drivers.ledger().stream().map(Overview::entry).toList();
            long refused = ledger.stream()
                    .filter(row -> row.kind().equals("warning"))
                    .mapToLong(LedgerRow::count)
                    .sum();
            var model = new HashMap<String, Object>(new InboxPart(inbox).shown());
            model.put("ledger", ledger);
            model.put("refused", refused);
            model.put("away", false);
            return model;
        } catch (SensorDataException e) {
            LOG.warn("Ledger and unknown devices cannot be shown", e);
            return Map.of("ledger", List.of(), "refused", 0L, "unknown", List.of(), "ignored", List.of(), "away", true);
        }
    }

    private static LedgerRow entry(DriverInstances.LedgerRow row) {
        String kind =
                switch (row.outcome()) {
                    case Outcomes.STORED -> "good";
                    case Outcomes.DUPLICATE, Outcomes.IGNORED -> "neutral";
                    default -> "warning";
                };
        return new LedgerRow(row.instance(), row.outcome(), kind, row.count(), row.last());
    }

    private Map<String, Object> devices(PageRequest request) {
        String instance = shortened(request.parameter("instanz").orElse(""));
        String text = shortened(request.parameter("suche").orElse(""));
        var all = registry.devices(Optional.empty(), 0, Page.MAX).items();
        var found = all.stream()
                .filter(device ->
                        instance.isEmpty() || device.registration().instance().equals(instance))
                .filter(device -> matches(device, text))
                .toList();
        int pages = Math.max(1, (found.size() + SIZE - 1) / SIZE);
        int page = Math.max(1, Math.min(pages, number(request.parameter("seite").orElse(""))));
        return Map.of(
                "devices",
                rows(found, page),
                "total",
                found.size(),
                "known",
                all.size(),
                "page",
                page,
                "pages",
                pages,
                "instance",
                instance,
                "instances",
                instances(all),
                "text",
                text,
                "href",
                "geraete?instanz=" + encoded(instance) + "&suche=" + encoded(text) + "&seite={page}#geraete");
    }

    private static List<DeviceRow> rows(List<Device> devices, int page) {
        return devices.stream()
                .skip((page - 1L) * SIZE)
                .limit(SIZE)
                .map(d -> new DeviceRow(d.id(), d.registration(), d.lastSeen().orElse(null)))
                .toList();
    }

    private static boolean matches(Device device, String text) {
        var r = device.registration();
        String all = r.name() + "\n" + r.externalId() + "\n" + r.group();
        return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private List<String> instances(List<Device> devices) {
        var names = new TreeSet<String>();
        drivers.instances().forEach(status -> names.add(status.instance()));
        devices.forEach(device -> names.add(device.registration().instance()));
        return List.copyOf(names);
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
