package de.einsnull.settings.core.keep;

import de.einsnull.security.api.Secrets;
import de.einsnull.settings.api.Setting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Keeps passwords and keys out of the configuration: as files that it refers to. */
final class SecretValues {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\[(secret|env|prop):[^\\]]+]");

    private final Secrets secrets;

    SecretValues(Secrets secrets) {
        this.secrets = secrets;
    }

    /** What a configuration holds for a secret that was typed: a reference to a file that is written now. */
    String keep(String pid, String instance, Setting setting, String typed) throws IOException {
        if (REFERENCE.matcher(typed).matches()) {
            return typed;
        }
        var name = Names.secret(pid, instance, setting.id());
        secrets.write(name, typed);
        return Names.reference(name);
    }

    /** Removes the file if it was made here for this setting. */
    void forget(String pid, String instance, Setting setting, Object value) throws IOException {
        var name = Names.secret(pid, instance, setting.id());
        if (Names.reference(name).equals(value)) {
            secrets.remove(name);
        }
    }

    /** Properties in which plain secrets have become references, until it is closed. */
    Lent lend(List<Setting> settings, Map<String, Object> properties) throws IOException {
        var lent = new Lent(new HashMap<>(properties), new ArrayList<>());
        try {
            for (var setting : settings) {
                if (setting.secret()
                        && properties.get(setting.id()) instanceof String plain
                        && !REFERENCE.matcher(plain).matches()) {
                    lend(setting, plain, lent);
                }
            }
            return lent;
        } catch (IOException e) {
            // The disk may be full, just after the first of several passwords: none of them may stay behind.
            takeBack(lent);
            throw e;
        }
    }

    private void lend(Setting setting, String plain, Lent lent) throws IOException {
        var name = "settings-test-" + UUID.randomUUID();
        lent.names().add(name);
        secrets.write(name, plain);
        lent.properties().put(setting.id(), Names.reference(name));
    }

    void takeBack(Lent lent) throws IOException {
        for (var name : lent.names()) {
            secrets.remove(name);
        }
    }

    /**
     * Secrets for the time of a test.
     *
     * @param properties properties with references
     * @param names names of the files
     */
    record Lent(Map<String, Object> properties, List<String> names) {}
}
