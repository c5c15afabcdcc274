package de.einsnull.settings.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import de.einsnull.security.api.Roles;
import de.einsnull.settings.api.Difference;
import de.einsnull.settings.api.Draft;
import de.einsnull.settings.api.Fault;
import de.einsnull.settings.api.Fault.Code;
import de.einsnull.settings.api.Label;
import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.Setting.Type;
import de.einsnull.settings.api.SettingsException;
import de.einsnull.settings.api.SettingsForm;
import de.einsnull.settings.api.SettingsForms;
import de.einsnull.settings.api.SettingsStore;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.web.api.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Without these, a script of city IT would believe that settings are in effect which are not. */
class SettingsResourceTest {

    private static final SettingsForm GATE = new SettingsForm(
            "gate",
            true,
            new Label("Gate", ""),
            Label.NONE,
            "m",
            "M",
            List.of(
                    setting("name", Type.TEXT, false, true, List.of()),
                    setting("port", Type.INTEGER, false, false, List.of("5")),
                    setting("key", Type.TEXT, true, false, List.of())));

    private final List<Object> done = new ArrayList<>();
    private List<Fault> faults = List.of();
    private RuntimeException trouble;
    private final SettingsResource resource =
            new SettingsResource(new Forms(), store(), new FixedCaller(FixedCaller.admin("ada")));

    private static Setting setting(String id, Type type, boolean secret, boolean names, List<String> defaults) {
        var bound = type == Type.INTEGER ? Optional.of(BigDecimal.TEN) : Optional.<BigDecimal>empty();
        return new Setting(
                id,
                new Label(id, ""),
                Label.NONE,
                Label.NONE,
                type,
                false,
                names,
                defaults,
                List.of(),
                bound,
                bound,
                secret ? ".{8,}" : "",
                secret,
                false,
                names,
                Optional.empty());
    }

    private static final class Forms implements SettingsForms {

        @Override
        public List<SettingsForm> all(Locale language) {
            return List.of(GATE);
        }

        @Override
        public Optional<SettingsForm> find(String pid, Locale language) {
            return all(language).stream().filter(form -> form.pid().equals(pid)).findFirst();
        }
    }

    private SettingsStore store() {
        return (SettingsStore) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SettingsStore.class},
                (self, method, arguments) -> answer(method, arguments));
    }

    private Object answer(Method method, Object... arguments) {
        if (trouble != null) {
            throw trouble;
        }
        if (arguments != null) {
            done.addAll(List.of(arguments));
        }
        return switch (method.getName()) {
            case "check", "apply" -> faults;
            case "remove" -> "north".equals(arguments[1]);
            case "list" -> List.of();
            case "export" -> "{}";
            default -> List.of(new Difference(
                    new Draft("gate", "x", Map.of(), Set.of(), false),
                    Difference.Kind.REFUSED,
                    Map.of(),
                    List.of(new Fault("port", Code.TOO_SMALL, "1"))));
        };
    }

    @Test
    void onlyCityItMayComeIn() {
        assertThat(SettingsResource.class.getAnnotation(RolesAllowed.class).value())
                .containsExactly(Roles.ADMIN);
    }

    @Test
    void theSchemaSaysWhatIsAllowedAndHidesSecrets() {
        var schema = resource.schema("gate", "tr");
        assertThat(schema).containsEntry("required", List.of("name"));
        var properties = (Map<?, ?>) schema.get("properties");
        assertThat(properties.get("port").toString()).contains("type=integer", "minimum=10", "default=5");
        assertThat(properties.get("key").toString()).contains("writeOnly=true", "pattern=^(?:.{8,})$");
    }

    @Test
    void appliesWhatIsSent() {
        resource.put("gate", "north", new Proposed(Map.of("port", 7), Set.of("key")));
        assertThat(done)
                .contains("ada", new Draft("gate", "north", Map.of("port", List.of("7")), Set.of("key"), false));
        resource.check("gate", new Proposed(Map.of("name", "south"), null));
        assertThat(done).contains(new Draft("gate", "south", Map.of("name", List.of("south")), Set.of(), false));
        assertThat(new Proposed(Map.of("key", "geheim"), null).toString()).doesNotContain("geheim");
    }

    @Test
    void refusalsNameFieldsAndFilesAreConflicts() {
        faults = List.of(new Fault("port", Code.TOO_LARGE, "10"));
        assertThatThrownBy(() -> resource.put("gate", "north", new Proposed(Map.of(), Set.of())))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(e -> assertThat(e.problem().status()).isEqualTo(422))
                .satisfies(e -> assertThat(e.problem().fields().toString()).contains("/values/port", "At most 10."));
        faults = List.of(new Fault("", Code.FILE, "/etc/x.cfg"));
        assertThatThrownBy(() -> resource.put("gate", "north", new Proposed(Map.of(), Set.of())))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(e -> assertThat(e.problem().status()).isEqualTo(409))
                .satisfies(e -> assertThat(e.problem().detail().en()).contains("/etc/x.cfg"));
    }

    @Test
    void everyMistakeHasWords() {
        for (var code : Code.values()) {
            assertThat(Problems.english(new Fault("", code, "detail"))).isNotBlank();
        }
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> resource.read("none")).hasMessageContaining("settings-not-found");
        assertThatThrownBy(() -> resource.put("gate", new Proposed(null, null))).hasMessageContaining("not-found");
        assertThatThrownBy(() -> resource.delete("gate", "south")).hasMessageContaining("not-found");
        resource.delete("gate", "north");
    }

    @Test
    void anImportSaysWhatItLeavesOut() {
        assertThat(resource.preview("{}").get(0).problems()).containsExactly("port: At least 1.");
        assertThat(resource.restore("{}")).hasSize(1);
        assertThat(resource.export()).isEqualTo("{}");
        trouble = new IllegalArgumentException("line 3");
        assertThatThrownBy(() -> resource.preview("x")).hasMessageContaining("line 3");
        trouble = new SettingsException("disk", null);
        assertThatThrownBy(() -> resource.export()).hasMessageContaining("settings-not-kept");
    }
}
