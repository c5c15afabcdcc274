package de.einsnull.settings.core.describe;

import de.einsnull.settings.api.SettingsForm;
import de.einsnull.settings.api.SettingsForms;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the active bundles and reads what they say about their settings. */
@Component
public final class Descriptions implements SettingsForms, BundleTrackerCustomizer<List<Translation>> {

    private static final Logger LOG = LoggerFactory.getLogger(Descriptions.class);
    private static final String FOLDER = "OSGI-INF/metatype";

    private final BundleTracker<List<Translation>> tracker;

    /**
     * Starts following.
     *
     * @param context of this bundle
     */
    @Activate
    public Descriptions(BundleContext context) {
        tracker = new BundleTracker<>(context, Bundle.ACTIVE | Bundle.STARTING, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Override
    public List<Translation> addingBundle(Bundle bundle, BundleEvent event) {
        var files = bundle.findEntries(FOLDER, "*.xml", false);
        if (files == null) {
            return null;
        }
        var translations = new ArrayList<Translation>();
        for (URL file : Collections.list(files)) {
            try (var xml = file.openStream()) {
                for (var description : MetatypeReader.read(xml)) {
                    translations.add(translation(bundle, description));
                }
            } catch (IOException e) {
                LOG.warn("The settings of {} in {} are not shown", bundle.getSymbolicName(), file, e);
            }
        }
        translations.removeIf(one -> !one.description().factory() && isFactory(translations, one));
        return translations;
    }

    /** A driver's description often names its PID both ways. */
    private static boolean isFactory(List<Translation> translations, Translation one) {
        return translations.stream()
                .map(Translation::description)
                .anyMatch(other ->
                        other.factory() && other.pid().equals(one.description().pid()));
    }

    private static Translation translation(Bundle bundle, Description description) throws IOException {
        var name = bundle.getHeaders().get(Constants.BUNDLE_NAME);
        return new Translation(
                description,
                Texts.read(bundle, description.texts()),
                bundle.getSymbolicName(),
                name == null ? bundle.getSymbolicName() : name);
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, List<Translation> translations) {
        // What a bundle says changes only with a new version of it, which comes as another bundle.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, List<Translation> translations) {
        // The tracker forgets it.
    }

    @Override
    public List<SettingsForm> all(Locale language) {
        var byPid = new TreeMap<String, SettingsForm>();
        translations().forEach(t -> byPid.putIfAbsent(t.description().pid(), t.in(language)));
        return byPid.values().stream()
                .sorted(Comparator.comparing(form -> form.name().text().toLowerCase(language)))
                .toList();
    }

    @Override
    public Optional<SettingsForm> find(String pid, Locale language) {
        return translations()
                .filter(t -> t.description().pid().equals(pid))
                .findFirst()
                .map(t -> t.in(language));
    }

    private Stream<Translation> translations() {
        return tracker.getTracked().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().getBundleId()))
                .flatMap(entry -> entry.getValue().stream());
    }
}
