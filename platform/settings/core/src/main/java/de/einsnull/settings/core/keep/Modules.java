package de.einsnull.settings.core.keep;

import de.einsnull.settings.api.Fault;
import de.einsnull.settings.api.SettingsCheck;
import de.einsnull.settings.api.SettingsTest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What modules say about settings themselves. One that fails does not keep anybody from saving. */
@Component(service = Modules.class)
public final class Modules {

    private static final Logger LOG = LoggerFactory.getLogger(Modules.class);

    private final Map<SettingsCheck, List<String>> checks = new ConcurrentHashMap<>();
    private final List<SettingsTest> tests = new CopyOnWriteArrayList<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCheck(SettingsCheck check, Map<String, Object> properties) {
        var pids = properties.get(SettingsCheck.PID);
        checks.put(check, pids instanceof String[] several ? Arrays.asList(several) : List.of(String.valueOf(pids)));
    }

    void unbindCheck(SettingsCheck check) {
        checks.remove(check);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindTest(SettingsTest test) {
        tests.add(test);
    }

    void unbindTest(SettingsTest test) {
        tests.remove(test);
    }

    List<Fault> check(String pid, Map<String, Object> properties, Locale language) {
        return checks.entrySet().stream()
                .filter(entry -> entry.getValue().contains(pid))
                .flatMap(entry -> objections(entry.getKey(), properties, language))
                .toList();
    }

    private static Stream<Fault> objections(SettingsCheck check, Map<String, Object> properties, Locale language) {
        try {
            return check.check(properties, language).stream();
        } catch (RuntimeException e) {
            LOG.warn("{} failed to check settings; they are taken as they are", check.getClass(), e);
            return Stream.empty();
        }
    }

    Optional<SettingsTest> test(String pid) {
        return tests.stream().filter(test -> test.supports(pid)).findFirst();
    }
}
