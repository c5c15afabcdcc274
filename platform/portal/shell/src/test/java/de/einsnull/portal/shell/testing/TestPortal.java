package de.einsnull.portal.shell.testing;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.portal.api.StartWidget;
import de.einsnull.portal.shell.contrib.Contributors;
import de.einsnull.portal.shell.contrib.Registry;
import de.einsnull.portal.shell.contrib.RegistryAccess;
import de.einsnull.portal.shell.guard.Lanes;
import de.einsnull.portal.shell.guard.Meters;
import de.einsnull.portal.shell.menu.Menus;
import de.einsnull.portal.shell.pages.AdminPages;
import de.einsnull.portal.shell.pages.OwnPages;
import de.einsnull.portal.shell.pages.Widgets;
import de.einsnull.portal.shell.theme.CityTheme;
import de.einsnull.portal.shell.theme.ThemeConfig;
import de.einsnull.portal.shell.web.ErrorPages;
import de.einsnull.portal.shell.web.Frame;
import de.einsnull.portal.shell.web.Preferences;
import de.einsnull.portal.shell.web.Visit;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Identity;
import de.einsnull.testkit.Configurations;
import de.einsnull.testkit.FakeMetrics;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.testkit.MovableClock;
import de.einsnull.testkit.RecordedStrikes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** The portal's parts, put together as in the running platform, without a framework. */
public final class TestPortal implements AutoCloseable {

    public static final Identity CITIZEN = new Identity("c", "Robin Muster", Set.of("citizen"));
    public static final Identity ADMIN = new Identity("a", "Kim Beispiel", Set.of("admin", "staff", "citizen"));
    public static final String TOKEN = FixedCaller.CSRF_TOKEN;

    private final MovableClock clock = MovableClock.at("2026-11-23T17:00:00Z");
    private final FixedCaller caller = new FixedCaller(Identity.ANONYMOUS);
    private final BundleContext context = Fakes.of(
            BundleContext.class,
            Map.of(
                    "getBundles",
                    arguments -> new org.osgi.framework.Bundle[0],
                    "getServiceReferences",
                    arguments -> List.of()));
    private final Contributors contributors = RegistryAccess.contributors(context, new ShellResources(), clock);
    private final Registry registry = RegistryAccess.registry(contributors, clock);
    private final Lanes lanes = new Lanes(caller);
    private final FakeMetrics metrics = new FakeMetrics();
    private final RecordedStrikes guard = new RecordedStrikes();
    private final Meters meters = new Meters(metrics, guard);
    private final CityTheme theme = new CityTheme(contributors, themeConfig(Map.of()));
    private final Menus menus = new Menus(registry, contributors);
    private final Frame frame = new Frame(registry, contributors, menus, theme);
    private final ErrorPages errors = new ErrorPages(frame, contributors);
    private final OwnPages ownPages =
            new OwnPages(menus, new Widgets(registry, lanes, meters), registry, new AdminPages(context));

    /** A configuration with its defaults, but for what a test sets. */
    public static ThemeConfig themeConfig(Map<String, Object> settings) {
        return Configurations.of(ThemeConfig.class, settings);
    }

    public MovableClock clock() {
        return clock;
    }

    public void logIn(Identity who) {
        caller.become(who);
    }

    public CurrentRequest current() {
        return caller;
    }

    public Contributors contributors() {
        return contributors;
    }

    public Registry registry() {
        return registry;
    }

    public Lanes lanes() {
        return lanes;
    }

    public Meters meters() {
        return meters;
    }

    public FakeMetrics metrics() {
        return metrics;
    }

    public RecordedStrikes guard() {
        return guard;
    }

    public CityTheme theme() {
        return theme;
    }

    public Menus menus() {
        return menus;
    }

    public Frame frame() {
        return frame;
    }

    public ErrorPages errors() {
        return errors;
    }

    public OwnPages ownPages() {
        return ownPages;
    }

    public ServiceReference<PortalPage> add(FakeBundle bundle, String path, String access, PortalPage page) {
        ServiceReference<PortalPage> reference =
                bundle.reference(0, Map.of("einsnull.page.path", path, "einsnull.page.access", access));
        RegistryAccess.add(registry, page, reference);
        return reference;
    }

    public ServiceReference<MenuEntry> add(FakeBundle bundle, MenuEntry entry) {
        ServiceReference<MenuEntry> reference = bundle.reference(0, Map.of());
        RegistryAccess.add(registry, entry, reference);
        return reference;
    }

    public ServiceReference<StartWidget> add(FakeBundle bundle, StartWidget widget) {
        ServiceReference<StartWidget> reference = bundle.reference(0, Map.of());
        RegistryAccess.add(registry, widget, reference);
        return reference;
    }

    /** A visitor asks for a page. */
    public Visit visit(Language language, String path) {
        return visit("GET", language, path, Map.of());
    }

    /** A visitor asks for a page with parameters. */
    public Visit visit(Language language, String path, Map<String, List<String>> parameters) {
        return visit("GET", language, path, parameters);
    }

    /** A visitor sends a form. */
    public Visit post(String path, Map<String, List<String>> fields) {
        return visit("POST", Language.DE, path, fields);
    }

    private Visit visit(String method, Language language, String path, Map<String, List<String>> parameters) {
        return new Visit(
                method,
                language,
                path,
                parameters,
                Map.of(),
                caller.identity(),
                () -> TOKEN,
                FixedCaller.REQUEST_ID,
                Preferences.NONE);
    }

    @Override
    public void close() {
        lanes.stop();
    }
}
