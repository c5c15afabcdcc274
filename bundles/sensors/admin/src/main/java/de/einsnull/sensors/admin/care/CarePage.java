package de.einsnull.sensors.admin.care;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageNotice;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.admin.Words;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.WorkList;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code verwaltung/geraete/pflege}: devices that are silent or whose battery ends, why, and a task in one click. */
@Component(service = PortalPage.class)
@PageAt(path = CarePage.PATH, access = Roles.ADMIN)
public final class CarePage implements PortalPage {

    static final String PATH = "verwaltung/geraete/pflege";

    private static final String TEAM = "Stadt-IT";
    private static final Pattern TASK = Pattern.compile("(\\d{1,18})/auftrag");

    private final CareList list;
    private final Words words;

    /** There while the module that keeps tasks runs. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile WorkList work;

    /**
     * Starts the page.
     *
     * @param registry knows the devices
     * @param drivers knows whether drivers run
     * @param directory things and values
     * @param words texts
     */
    @Activate
    public CarePage(
            @Reference DeviceRegistry registry,
            @Reference DriverInstances drivers,
            @Reference SensorDirectory directory,
            @Reference Words words) {
        this(new CareList(registry, drivers, directory, Clock.systemUTC()), words);
    }

    CarePage(CareList list, Words words) {
        this.list = list;
        this.words = words;
    }

    /** What the page says after something was done. */
    enum Notice implements PageNotice {
        /** The task is on the list. */
        ASKED("beauftragt", Kind.SUCCESS),
        /** It was already, or the device is well again. */
        NOTHING("nichts", Kind.INFO);

        private final String word;
        private final Kind kind;

        Notice(String word, Kind kind) {
            this.word = word;
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public String key() {
            return "care.notice." + word;
        }
    }

    /** A device for people; {@code daysLeft} is -1 if nobody can say, {@code lastSeen} null if it was never heard. */
    public record Row(
            long id,
            String name,
            String cause,
            boolean silent,
            Instant lastSeen,
            String battery,
            String unit,
            long daysLeft,
            boolean asked) {}

    @Override
    public PageResponse handle(PageRequest request) {
        var task = TASK.matcher(request.path());
        if (task.matches() && request.isPost()) {
            return ask(Long.parseLong(task.group(1)));
        }
        return request.path().isEmpty() ? show(request) : PageResponse.notFound();
    }

    private PageResponse show(PageRequest request) {
        var model = new HashMap<String, Object>();
        model.put("notice", PageNotice.shown(request, Notice.values()));
        model.put("tasks", work != null);
        try {
            List<Row> rows = list.all().stream().map(this::row).toList();
            model.put("rows", rows);
            model.put("broken", false);
        } catch (SensorDataException e) {
            model.put("rows", List.of());
            model.put("broken", true);
        }
        return PageResponse.view("care", "care.title", model);
    }

    private Row row(CareList.Entry entry) {
        var battery = entry.battery();
        var tasks = work;
        return new Row(
                entry.device().id(),
                entry.device().registration().name(),
                entry.cause().name(),
                entry.silent(),
                entry.device().lastSeen().orElse(null),
                battery == null ? "" : format(battery),
                battery == null ? "" : battery.unit(),
                battery == null ? -1 : Math.round(battery.daysLeft().orElse(-1)),
                tasks != null && tasks.isOpen(reference(entry)));
    }

    private static String format(Battery battery) {
        return String.format(Locale.GERMAN, battery.unit().equals("%") ? "%.0f" : "%.2f", battery.value());
    }

    private static String reference(CareList.Entry entry) {
        return "device/" + entry.device().id() + "/care";
    }

    private PageResponse ask(long id) {
        var tasks = work;
        boolean added = tasks != null
                && list.all().stream()
                        .filter(entry -> entry.device().id() == id)
                        .anyMatch(entry -> tasks.add(task(entry)));
        return new PageResponse.Redirect(PATH + "?" + (added ? Notice.ASKED : Notice.NOTHING).query());
    }

    /** In German, the language of the city's work. */
    private WorkList.Entry task(CareList.Entry entry) {
        String name = entry.device().registration().name();
        String battery = entry.battery() == null
                ? ""
                : " · " + format(entry.battery()) + " " + entry.battery().unit();
        return new WorkList.Entry(
                reference(entry),
                TEAM,
                words.text(Language.DE, "care.task." + entry.cause(), name),
                entry.device().registration().externalId() + battery,
                "verwaltung/geraete/" + entry.device().id());
    }
}
