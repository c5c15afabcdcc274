package de.einsnull.modules.rest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.LogLine;
import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleBundle;
import de.einsnull.modules.api.ModuleDetails;
import de.einsnull.modules.api.ModuleDetails.Kind;
import de.einsnull.modules.api.ModuleDetails.Level;
import de.einsnull.modules.api.Plan;
import de.einsnull.testkit.FakeModules;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A monitoring that watches modules by REST sees what the page shows, with the same bounds. */
class ModulesResourceTest {

    private final FakeModules fake = new FakeModules();
    private final ModulesResource modules = new ModulesResource(fake, fake, null);

    @Test
    void everythingAboutAModuleIsTold() {
        Module trees = new Module(
                "trees",
                "Trees",
                "All trees",
                "1.0.0",
                "Maker",
                "EUPL-1.2",
                Module.Origin.INSTALLED,
                Module.State.QUARANTINED,
                "stadtwerke",
                List.of(new ModuleBundle("trees", "1.0.0", 42, "ACTIVE")),
                Optional.of("1.1.0"));
        fake.add(new ModuleDetails(
                trees,
                List.of(new ModuleDetails.Health(Level.BAD, "db", "Away.", "Start it.")),
                List.of(new ModuleDetails.Contribution(Kind.API, "trees", "Trees", "public")),
                List.of("org.slf4j 1.7.36"),
                List.of("de.example.trees"),
                List.of(new ModuleDetails.Component("a:b", "1", "MIT")),
                Map.of("requests", 7.0)));
        DetailsView view = modules.details("trees", "en");
        assertThat(view.module().state()).isEqualTo(Module.State.QUARANTINED);
        assertThat(view.module().update()).isEqualTo("1.1.0");
        assertThat(view.module().signer()).isEqualTo("stadtwerke");
        assertThat(view.module().bundles()).extracting(ModuleBundle::id).containsExactly(42L);
        assertThat(view.health()).extracting(ModuleDetails.Health::advice).containsExactly("Start it.");
        assertThat(view.contributions())
                .extracting(ModuleDetails.Contribution::kind)
                .containsExactly(Kind.API);
        assertThat(view.settings()).containsExactly("de.example.trees");
        assertThat(view.components())
                .extracting(ModuleDetails.Component::licence)
                .containsExactly("MIT");
        assertThat(view.imports()).containsExactly("org.slf4j 1.7.36");
        assertThat(view.meters()).containsEntry("requests", 7.0);
    }

    @Test
    void theLogHasTheNewestLast() {
        fake.add(FakeModules.module("trees", Module.Origin.INSTALLED, Module.State.RUNNING));
        for (String text : List.of("first", "second", "third")) {
            fake.add(new LogLine(FakeModules.AT, "INFO", "trees", text));
        }
        assertThat(modules.log("trees", 2)).extracting(LogLine::text).containsExactly("second", "third");
    }

    /** The host checks them before a method is called; without them one request could ask for everything at once. */
    @ParameterizedTest
    @ValueSource(strings = {"log", "history"})
    void nobodyCanAskForMoreThanFiveHundredLines(String name) {
        List<Parameter> most = Arrays.stream(ModulesResource.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .map(Method::getParameters)
                .map(parameters -> parameters[parameters.length - 1])
                .toList();
        assertThat(most).isNotEmpty().allSatisfy(parameter -> {
            assertThat(parameter.getAnnotation(Min.class).value()).isEqualTo(1);
            assertThat(parameter.getAnnotation(Max.class).value()).isEqualTo(500);
            assertThat(parameter.getAnnotation(DefaultValue.class).value()).isEqualTo("100");
        });
    }

    /** A plan that is refused is an answer, not an error: it was asked what would happen. */
    @Test
    void aPreviewTellsOfObjectionsWithoutFailing() {
        fake.add(FakeModules.module("trees", Module.Origin.INSTALLED, Module.State.RUNNING));
        fake.object(FakeModules.REFUSED);
        Plan plan = modules.preview(new Change(Action.REMOVE, "trees"));
        assertThat(plan.isAllowed()).isFalse();
        assertThat(plan.findings()).extracting(Finding::code).containsExactly("not-signed");
        assertThat(plan.toVersion()).isEmpty();
        assertThat(fake.begun()).isEmpty();
    }

    @Test
    void aPreviewOfWhatIsOnlyOfferedIsNotFound() {
        fake.add(FakeModules.module("bees", Module.Origin.AVAILABLE, Module.State.AVAILABLE));
        assertThat(Problems.of(() -> modules.preview(new Change(Action.STOP, "bees")))
                        .status())
                .isEqualTo(404);
        assertThat(Problems.of(() -> modules.preview(null)).status()).isEqualTo(400);
    }

    @Test
    void withoutAnythingDoneTheAccountsAreNotEvenAsked() {
        assertThat(modules.history(100)).isEmpty();
        assertThat(modules.history("trees", 100)).isEmpty();
    }
}
