package de.einsnull.settings.core.keep;

import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.SettingsException;
import de.einsnull.settings.api.SettingsForm;
import de.einsnull.settings.api.SettingsTest;
import de.einsnull.settings.api.StoredSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The configurations of ConfigurationAdmin as instances of a form. */
@Component(service = Configurations.class)
public final class Configurations {

    private static final String FILE = "felix.fileinstall.filename";

    private final ConfigurationAdmin admin;

    @Activate
    public Configurations(@Reference ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** Configurations by name of the instance, the empty name for a form there is one of. */
    Map<String, Configuration> of(SettingsForm form) {
        var found = new TreeMap<String, Configuration>();
        var filter = (form.factory() ? "(service.factoryPid=" : "(service.pid=") + form.pid() + ")";
        try {
            var all = admin.listConfigurations(filter);
            for (var configuration : all == null ? new Configuration[0] : all) {
                if (!isTrial(configuration)) {
                    found.put(name(form, configuration), configuration);
                }
            }
        } catch (IOException | InvalidSyntaxException e) {
            throw new SettingsException("The settings " + form.pid() + " cannot be read", e);
        }
        return found;
    }

    /** Settings that are only being tried come and go within seconds; see {@link SettingsTest}. */
    private static boolean isTrial(Configuration configuration) {
        return properties(configuration).keySet().stream().anyMatch(key -> key.endsWith(SettingsTest.SCRATCH));
    }

    private static String name(SettingsForm form, Configuration configuration) {
        return form.factory() ? name(configuration) : "";
    }

    private static String name(Configuration configuration) {
        var factory = configuration.getFactoryPid();
        return factory == null ? "" : configuration.getPid().substring(factory.length() + 1);
    }

    /** The configuration, made if there is none. */
    Configuration make(SettingsForm form, String instance) throws IOException {
        var known = of(form).get(instance);
        if (known != null) {
            return known;
        }
        return form.factory()
                ? admin.getFactoryConfiguration(form.pid(), instance, "?")
                : admin.getConfiguration(form.pid(), "?");
    }

    static Map<String, Object> properties(Configuration configuration) {
        Dictionary<String, Object> dictionary = configuration.getProperties();
        var properties = new HashMap<String, Object>();
        if (dictionary != null) {
            Collections.list(dictionary.keys()).forEach(key -> properties.put(key, dictionary.get(key)));
        }
        return properties;
    }

    static StoredSettings stored(SettingsForm form, String instance, Configuration configuration) {
        var properties = properties(configuration);
        var values = new HashMap<String, List<String>>();
        shown(form, properties, false)
                .forEach(setting -> values.put(setting.id(), Values.texts(properties.get(setting.id()))));
        return new StoredSettings(
                form.pid(),
                instance,
                values,
                shown(form, properties, true).map(Setting::id).collect(Collectors.toSet()),
                file(properties));
    }

    private static Stream<Setting> shown(SettingsForm form, Map<String, Object> properties, boolean secret) {
        return form.settings().stream()
                .filter(setting -> setting.secret() == secret)
                .filter(setting -> properties.containsKey(setting.id()))
                .filter(setting -> !String.valueOf(properties.get(setting.id())).isEmpty());
    }

    private static String file(Map<String, Object> properties) {
        return Optional.ofNullable(properties.get(FILE))
                .map(String::valueOf)
                .map(uri -> uri.startsWith("file:") ? Path.of(URI.create(uri)).toString() : uri)
                .orElse("");
    }
}
