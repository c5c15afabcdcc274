package de.einsnull.portal.shell.contrib;

import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.CheckWords;
import de.einsnull.portal.api.DemoNotice;
import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.portal.api.StartWidget;
import de.einsnull.security.api.Roles;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that bundles contribute right now. Thread-safe; readers never wait for a bundle that comes or goes. */
@Component(
        service = {Registry.class, HealthCheck.class},
        property = {"hc.name=Portal contributions", "hc.tags=portal"})
public final class Registry implements HealthCheck {

    private static final CheckWords WORDS = CheckWords.of(Registry.class);

    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
    private static final String PATH = PageAt.PREFIX_ + "path";
    private static final String ACCESS = PageAt.PREFIX_ + "access";
    private static final String UPLOADS = PageAt.PREFIX_ + "maxUploadInBytes";

    private final Contributors contributors;
    private final Departed departed;
    private final Map<ServiceReference<?>, Page> pages = new ConcurrentHashMap<>();
    private final Map<ServiceReference<?>, Owned<MenuEntry>> entries = new ConcurrentHashMap<>();
    private final Map<ServiceReference<?>, Owned<StartWidget>> widgets = new ConcurrentHashMap<>();
    private final Map<ServiceReference<?>, Owned<DemoNotice>> notices = new ConcurrentHashMap<>();
    private final Map<ServiceReference<?>, String> refused = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** The longest path first; of several pages at one path the service that the framework ranks highest. */
    private volatile List<Page> byPath = List.of();

    @Activate
    public Registry(@Reference Contributors contributors) {
        this(contributors, Clock.systemUTC());
    }

    Registry(Contributors contributors, Clock clock) {
        this.contributors = contributors;
        this.departed = new Departed(clock);
    }

    @Reference(
            service = PortalPage.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addPage(PortalPage page, ServiceReference<PortalPage> reference) {
        if (!(reference.getProperty(PATH) instanceof String path)) {
            refuse(reference, "a page has no service property " + PATH);
            return;
        }
        String access = reference.getProperty(ACCESS) instanceof String stated ? stated : Roles.ADMIN;
        long uploadLimit = reference.getProperty(UPLOADS) instanceof Long bytes ? bytes : 0;
        owner(reference).ifPresent(owner -> {
            pages.put(reference, new Page(path, access, uploadLimit, page, owner));
            departed.cameBack(path);
            sortPages();
        });
    }

    /** A bundle whose texts cannot be read contributes nothing; the health check says why. */
    private Optional<Contributor> owner(ServiceReference<?> reference) {
        try {
            return Optional.of(contributors.of(reference.getBundle()));
        } catch (RuntimeException e) {
            refuse(reference, e.getMessage());
            return Optional.empty();
        }
    }

    private void refuse(ServiceReference<?> reference, String why) {
        String problem = reference.getBundle().getSymbolicName() + ": " + why;
        LOG.error("Left out of the portal: {}", problem);
        refused.put(reference, problem);
    }

    void removePage(ServiceReference<PortalPage> reference) {
        refused.remove(reference);
        var page = pages.remove(reference);
        if (page != null) {
            Bundle bundle = reference.getBundle();
            departed.left(page.path(), () -> bundle == null || bundle.getState() == Bundle.UNINSTALLED);
            sortPages();
        }
    }

    private synchronized void sortPages() {
        byPath = pages.entrySet().stream()
                .sorted(Comparator.<Map.Entry<ServiceReference<?>, Page>>comparingInt(
                                entry -> -entry.getValue().path().length())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getValue)
                .toList();
        changed();
    }

    @Reference(service = MenuEntry.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addEntry(MenuEntry entry, ServiceReference<MenuEntry> reference) {
        owner(reference).ifPresent(owner -> {
            entries.put(reference, new Owned<>(entry, owner));
            changed();
        });
    }

    void removeEntry(ServiceReference<MenuEntry> reference) {
        refused.remove(reference);
        entries.remove(reference);
        changed();
    }

    @Reference(
            service = StartWidget.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addWidget(StartWidget widget, ServiceReference<StartWidget> reference) {
        owner(reference).ifPresent(owner -> widgets.put(reference, new Owned<>(widget, owner)));
    }

    void removeWidget(ServiceReference<StartWidget> reference) {
        refused.remove(reference);
        widgets.remove(reference);
    }

    @Reference(
            service = DemoNotice.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addNotice(DemoNotice notice, ServiceReference<DemoNotice> reference) {
        owner(reference).ifPresent(owner -> notices.put(reference, new Owned<>(notice, owner)));
    }

    void removeNotice(ServiceReference<DemoNotice> reference) {
        refused.remove(reference);
        notices.remove(reference);
    }

    @Override
    public Result execute() {
        var log = new CheckLog(WORDS);
        refused.values().stream()
                .distinct()
                .sorted()
                .forEach(problem -> log.warn("check.contributions.refused", problem));
        if (refused.isEmpty()) {
            log.good("check.contributions.well", pages.size(), widgets.size());
        }
        return log.result();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Calls back, quickly, whenever a page or menu entry came or went. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** The page that answers for a path. */
    public Optional<Page> pageFor(String path) {
        return byPath.stream().filter(page -> page.answersFor(path)).findFirst();
    }

    /** Whether a page stands exactly there. */
    public boolean hasPage(String path) {
        return byPath.stream().anyMatch(page -> page.path().equals(path));
    }

    /** All pages, by path. */
    public List<Page> pages() {
        return byPath.stream().sorted(Comparator.comparing(Page::path)).toList();
    }

    /** Whether a page was there and may come back. */
    public boolean isDeparted(String path) {
        return departed.contains(path);
    }

    /** Entries of a menu in their order. */
    public List<Owned<MenuEntry>> entries(MenuEntry.Place place) {
        return entries.values().stream()
                .filter(owned -> owned.service().place() == place)
                .sorted(Comparator.<Owned<MenuEntry>>comparingInt(
                                owned -> owned.service().order())
                        .thenComparing(owned -> owned.service().path()))
                .toList();
    }

    /** Widgets in their order. */
    public List<Owned<StartWidget>> widgets() {
        return widgets.values().stream()
                .sorted(Comparator.<Owned<StartWidget>>comparingInt(
                                owned -> owned.service().order())
                        .thenComparing(owned -> owned.owner().name()))
                .toList();
    }

    /** Notes that demo data is shown. */
    public List<Owned<DemoNotice>> notices() {
        return notices.values().stream()
                .sorted(Comparator.comparing(owned -> owned.owner().name()))
                .toList();
    }
}
