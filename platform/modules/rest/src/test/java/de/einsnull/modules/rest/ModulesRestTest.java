package de.einsnull.modules.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.Operation;
import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import de.einsnull.testkit.FakeModules;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without these, a script could not install a module, or would not learn why it was not installed. */
class ModulesRestTest {

    private boolean accountsAreAway;
    private final FakeModules fake = new FakeModules();
    private final FixedCaller caller = new FixedCaller(FixedCaller.admin("robot"));
    private final ModulesResource modules = new ModulesResource(fake, fake, accounts());
    private final RepositoriesResource repositories = new RepositoriesResource(fake, caller);

    @BeforeEach
    void aModule() {
        fake.add(FakeModules.module("trees", Module.Origin.INSTALLED, Module.State.RUNNING));
    }

    @Test
    void showsWhatIsInstalled() {
        assertThat(modules.modules("de"))
                .extracting(ModuleView::name, ModuleView::state, ModuleView::update)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("trees", Module.State.RUNNING, null));
        assertThat(modules.details("trees", "tr").module().title()).isEqualTo("Trees");
        assertThat(modules.log("trees", 10)).isEmpty();
        assertThat(modules.history(10)).isEmpty();
        assertThat(problem(() -> modules.details("x", null)).status()).isEqualTo(404);
        assertThat(problem(() -> modules.log("x", 1)).detail().de()).contains("„x“");
    }

    @Test
    void theHistoryNamesPeopleAndIsThereWithoutTheAccounts() {
        for (String actor : List.of("id-1", "deploy")) {
            fake.add(new HistoryEntry(
                    FakeModules.AT,
                    actor,
                    Action.STOP,
                    "trees",
                    "1",
                    "1",
                    Operation.Outcome.SUCCEEDED,
                    "",
                    Sentence.NONE));
        }
        assertThat(modules.history("trees", 10))
                .extracting(HistoryView::actorName)
                .containsExactly("deploy", "kim");
        accountsAreAway = true;
        assertThat(modules.history(10)).extracting(HistoryView::actorName).containsExactly("deploy", "id-1");
    }

    /** One person, called kim. */
    private Accounts accounts() {
        return (Accounts) Proxy.newProxyInstance(
                Accounts.class.getClassLoader(), new Class<?>[] {Accounts.class}, (self, method, arguments) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(self, method, arguments);
                    }
                    if (accountsAreAway || !method.getName().equals("entries")) {
                        throw new IllegalStateException("no database");
                    }
                    return List.of(new Accounts.Entry("kim", new Identity("id-1", "Kim", Set.of()), false));
                });
    }

    @Test
    void anArchiveIsTakenInInspectedAndCanBeAskedFor() throws IOException {
        var archives = new StagedResource(fake);
        var answer = archives.stage("bees.jar", stream("bees"));
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getLocation()).hasToString("staged/s1");
        assertThat(archives.staged("s1").module().name()).isEqualTo("bees");
        assertThat(archives.stage("trees", "1.1.0").getStatus()).isEqualTo(201);
        assertThat(problem(() -> archives.stage("none", "1.0.0")).detail().en())
                .contains("no repository has none", "Nothing was changed");
        assertThat(problem(() -> archives.staged("s9")).status()).isEqualTo(404);
        assertThat(problem(() -> archives.stage(" ", stream("bees"))).fields())
                .extracting(Problem.Field::pointer)
                .containsExactly("name");
    }

    @Test
    void aRefusedArchiveSaysWhyInBothLanguages() {
        var refusal = problem(() -> new StagedResource(fake).stage("x.jar", stream("bad")));
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.detail().de())
                .isEqualTo("x.jar: Das Archiv ist nicht signiert. Es wurde nichts installiert.");
        assertThat(refusal.detail().en()).isEqualTo("x.jar: The archive is not signed. Nothing was installed.");
        assertThat(refusal.fields()).extracting(Problem.Field::pointer).containsExactly("not-signed");
    }

    @Test
    void anOperationIsBegunAndFollowed() throws IOException {
        var operations = new OperationsResource(fake, caller);
        fake.stage(stream("trees"), "trees.jar");
        var plan = modules.preview(new Change(Action.UPDATE, "s1"));
        assertThat(plan.fromVersion() + " -> " + plan.toVersion()).isEqualTo("1.0.0 -> 2.0.0");
        assertThat(fake.begun()).isEmpty();

        var answer = operations.apply(new Change(Action.UPDATE, "s1"));
        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(answer.getLocation()).hasToString("operations/o1");
        assertThat(fake.begun()).containsExactly("robot UPDATE s1");
        assertThat(operations.operation("o1").outcome()).isNull();
        fake.end("o1", Operation.Outcome.ROLLED_BACK, Optional.of(FakeModules.REFUSED));
        assertThat(operations.operation("o1").reason()).isEqualTo(FakeModules.REFUSED);
        assertThat(problem(() -> operations.operation("o9")).status()).isEqualTo(404);
    }

    @Test
    void whatIsNotAllowedIsNotDone() {
        var operations = new OperationsResource(fake, caller);
        fake.object(new Finding(Finding.Level.WARNING, "looked-at", "", "Achtung", "Beware"));
        fake.object(FakeModules.REFUSED);
        var refusal = problem(() -> operations.apply(new Change(Action.STOP, "trees")));
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.fields())
                .as("what stands in the way, and nothing else")
                .hasSize(1);
        assertThat(problem(() -> operations.apply(new Change(Action.STOP, "none")))
                        .status())
                .isEqualTo(404);
        assertThat(problem(() -> operations.apply(new Change(null, "trees"))).status())
                .isEqualTo(400);
        assertThat(problem(() -> modules.preview(new Change(Action.STOP, null))).status())
                .isEqualTo(400);
        assertThat(fake.begun()).isEmpty();
    }

    @Test
    void repositoriesComeAndGo() {
        assertThat(repositories.add(" file:/srv/modules ").modules()).isEqualTo(3);
        assertThat(repositories.refresh().get(0).modules()).isEqualTo(4);
        var refusal = problem(() -> repositories.add("https://nowhere/features.xml"));
        assertThat(refusal.detail().de()).contains("nobody answers there", "Es wurde nichts geändert");
        assertThat(problem(() -> repositories.add(null)).status()).isEqualTo(400);
        repositories.remove("file:/srv/modules");
        assertThat(repositories.repositories()).isEmpty();
    }

    /** Resources of one path share one server; with different limits it would be chance which holds. */
    @Test
    void isForCityItOnlyAndTakesWholeArchives() {
        for (Class<?> resource : List.of(
                ModulesResource.class, StagedResource.class, OperationsResource.class, RepositoriesResource.class)) {
            assertThat(resource.getAnnotation(RolesAllowed.class).value()).containsExactly(Roles.ADMIN);
        }
        assertThat(Limits.BODY_IN_BYTES).isEqualTo(100 * 1024 * 1024);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem problem(ThrowingCallable call) {
        var caught = new Problem[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, thrown -> caught[0] = thrown.problem());
        return caught[0];
    }
}
