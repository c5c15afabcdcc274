package de.einsnull.modules.core.install;

import de.einsnull.modules.core.archive.ModuleArchive;
import de.einsnull.modules.core.archive.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.ConfigurationAdmin;

/** Which settings a module needs before it can work. */
final class SettingsPlan {

    private final ConfigurationAdmin configurations;

    SettingsPlan(ConfigurationAdmin configurations) {
        this.configurations = configurations;
    }

    /** PIDs with a required value that has no default and was not given yet. */
    List<String> needed(ModuleArchive archive) {
        return archive.bundles().stream()
                .flatMap(bundle -> bundle.settings().stream())
                .filter(settings -> settings.needsValue() && !settings.factory() && !isGiven(settings))
                .map(Settings::label)
                .distinct()
                .toList();
    }

    private boolean isGiven(Settings settings) {
        try {
            String filter = "(service.pid=" + settings.pid() + ")";
            return configurations.listConfigurations(filter) != null;
        } catch (InvalidSyntaxException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
