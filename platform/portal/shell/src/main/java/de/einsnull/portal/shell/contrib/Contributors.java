package de.einsnull.portal.shell.contrib;

import de.einsnull.portal.api.Sentences;
import de.einsnull.portal.shell.asset.Assets;
import de.einsnull.portal.shell.render.Ages;
import de.einsnull.portal.shell.render.Functions;
import de.einsnull.portal.shell.render.Icons;
import de.einsnull.portal.shell.render.Templates;
import de.einsnull.portal.shell.text.Catalog;
import de.einsnull.portal.shell.text.Formats;
import de.einsnull.portal.shell.text.Texts;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Knows the bundles that contribute. What is learnt about a bundle is dropped when it stops, so that an updated bundle
 * comes with its new templates, texts and assets and the old one's classes can go. Thread-safe.
 */
@Component(service = Contributors.class)
public final class Contributors implements SynchronousBundleListener {

    /** The portal tells the time of its city. */
    private static final ZoneId CITY_ZONE = ZoneId.of("Europe/Berlin");

    private final Map<Long, Contributor> known = new ConcurrentHashMap<>();
    private final Kit kit;
    private final Contributor shell;
    private final BundleContext context;

    /** What the shell lends to every bundle. */
    private record Kit(
            Resources resources,
            Catalog catalog,
            Formats formats,
            Icons icons,
            Assets assets,
            Sentences sentences,
            Clock clock) {

        static Kit of(Resources resources, Sentences sentences, Clock clock) {
            return new Kit(
                    resources,
                    Catalog.load(resources),
                    new Formats(CITY_ZONE),
                    new Icons(resources),
                    new Assets(resources),
                    sentences,
                    clock);
        }

        Contributor contributor(Resources bundle, List<Catalog> catalogs, Assets own) {
            var texts = new Texts(formats, catalogs);
            var ages = new Ages(clock, new Texts(formats, List.of(catalog)), formats);
            var functions = new Functions(texts, formats, ages, sentences, icons, own, assets);
            return new Contributor(
                    bundle.owner(), bundle.bundleId(), texts, new Templates(bundle, resources, functions), own);
        }
    }

    @Activate
    public Contributors(BundleContext context) {
        this(context, new BundleResources(context.getBundle()), Clock.systemUTC());
        context.addBundleListener(this);
    }

    Contributors(BundleContext context, Resources shellResources, Clock clock) {
        this.context = context;
        this.kit = Kit.of(shellResources, Sentences.ofInstalled(context), clock);
        this.shell = kit.contributor(shellResources, List.of(kit.catalog()), kit.assets());
    }

    @Deactivate
    void stop() {
        context.removeBundleListener(this);
    }

    /** The shell itself. */
    public Contributor shell() {
        return shell;
    }

    public Icons icons() {
        return kit.icons();
    }

    /** The bundle that registered a service; reads its texts the first time. */
    public Contributor of(Bundle bundle) {
        return known.computeIfAbsent(bundle.getBundleId(), id -> of(new BundleResources(bundle)));
    }

    Contributor of(Resources bundle) {
        var own = new Assets(bundle);
        return kit.contributor(bundle, List.of(Catalog.load(bundle), kit.catalog()), own);
    }

    /** Assets of a contributing bundle or the shell, by symbolic name. */
    public Optional<Assets> assets(String name) {
        if (name.equals(shell.name())) {
            return Optional.of(shell.assets());
        }
        return known.values().stream()
                .filter(contributor -> contributor.name().equals(name))
                .map(Contributor::assets)
                .findFirst();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        int gone = BundleEvent.STOPPED | BundleEvent.UNINSTALLED | BundleEvent.UPDATED | BundleEvent.UNRESOLVED;
        if ((event.getType() & gone) != 0) {
            known.remove(event.getBundle().getBundleId());
        }
    }
}
