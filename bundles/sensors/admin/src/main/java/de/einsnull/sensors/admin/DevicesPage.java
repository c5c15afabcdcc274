package de.einsnull.sensors.admin;

import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.DiscoveryInbox;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.StreamLedger;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code verwaltung/geraete}: drivers, devices and what happened to everything that came in. */
@Component(service = PortalPage.class)
@PageAt(path = DevicesPage.PATH, access = Roles.ADMIN)
public final class DevicesPage implements PortalPage {

    static final String PATH = "verwaltung/geraete";

    private static final String INBOX = "unbekannt/";
    private static final Pattern DRIVER = Pattern.compile("treiber/([A-Za-z0-9._-]{1,200})/(neustart|suche)");
    private static final Pattern DEVICE = Pattern.compile("(\\d{1,18})(/entfernen)?");

    private final DeviceRegistry registry;
    private final DriverInstances drivers;
    private final AuditTrail audit;
    private final InboxPart inbox;
    private final Overview overview;
    private final DeviceEditor editor;

    /**
     * Starts the page.
     *
     * @param registry knows the devices
     * @param drivers knows the driver instances
     * @param ledger knows what came of single devices
     * @param found knows what was heard and found
     * @param models models that can be decoded
     * @param settings knows where the settings of drivers are made
     * @param words texts
     * @param audit is told what was done
     */
    @Activate
    public DevicesPage(
            @Reference DeviceRegistry registry,
            @Reference DriverInstances drivers,
            @Reference StreamLedger ledger,
            @Reference DiscoveryInbox found,
            @Reference Models models,
            @Reference DriverSettings settings,
            @Reference Words words,
            @Reference AuditTrail audit) {
        this.registry = registry;
        this.drivers = drivers;
        this.audit = audit;
        this.inbox = new InboxPart(found);
        this.overview = new Overview(registry, drivers, found, settings);
        this.editor = new DeviceEditor(registry, drivers, ledger, models, words, audit);
    }

    @Override
    public PageResponse handle(PageRequest request) {
        if (request.path().isEmpty()) {
            return overview.show(request);
        }
        if (request.path().equals("neu")) {
            return editor.create(request);
        }
        var driver = DRIVER.matcher(request.path());
        if (driver.matches()) {
            return request.isPost() ? drive(request, driver.group(1), driver.group(2)) : PageResponse.notFound();
        }
        if (request.isPost() && request.path().startsWith(INBOX)) {
            return inbox.ignore(request, request.path().equals(INBOX + "ignorieren"));
        }
        var below = DEVICE.matcher(request.path());
        if (!below.matches()) {
            return PageResponse.notFound();
        }
        boolean removal = below.group(2) != null;
        return registry.device(Long.parseLong(below.group(1)))
                .map(device -> removal ? editor.remove(request, device) : editor.edit(request, device))
                .orElseGet(() -> toOverview(Notice.GONE));
    }

    private PageResponse drive(PageRequest request, String instance, String deed) {
        if (deed.equals("suche")) {
            return inbox.scan(instance);
        }
        if (!drivers.restart(instance)) {
            return toOverview(Notice.GONE);
        }
        audit.record(request.identity().id(), "driver.restarted", instance, true);
        return toOverview(Notice.RESTARTED);
    }

    static PageResponse toOverview(Notice notice) {
        return new PageResponse.Redirect(PATH + "?" + notice.query());
    }
}
