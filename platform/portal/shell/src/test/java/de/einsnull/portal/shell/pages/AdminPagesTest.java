package de.einsnull.portal.shell.pages;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.health.api.Sentence;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.shell.render.PageState;
import de.einsnull.portal.shell.testing.FakeBundle;
import de.einsnull.portal.shell.testing.Fakes;
import de.einsnull.portal.shell.testing.MemoryResources;
import de.einsnull.portal.shell.testing.TestPortal;
import java.util.List;
import java.util.Map;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;

/** City IT sees at a glance what is wrong, and what to do. */
class AdminPagesTest {

    private static final PageRequest REQUEST = new PageRequest("GET", "", Language.DE, TestPortal.ADMIN, Map.of());

    private final TestPortal portal = new TestPortal();
    private final FakeBundle trees = new FakeBundle(new MemoryResources("de.einsnull.trees"));
    private final PageState state = new PageState(Language.DE, () -> "");

    @AfterEach
    void close() {
        portal.close();
    }

    private AdminPages pages(Map<String, Fakes.Call> framework) {
        return new AdminPages(Fakes.of(BundleContext.class, framework));
    }

    private static HealthCheckExecutionResult outcome(String name, Result.Status status, String message) {
        var log = new ResultLog().add(new ResultLog.Entry(status, message));
        log.add(new ResultLog.Entry("only for developers", true));
        var metadata =
                Fakes.of(org.osgi.framework.ServiceReference.class, Map.of("getProperty", arguments -> switch ((String)
                        arguments[0]) {
                    case "hc.name" -> name;
                    case "service.id" -> 1L;
                    default -> null;
                }));
        return Fakes.of(
                HealthCheckExecutionResult.class,
                Map.of(
                        "getHealthCheckResult", arguments -> new Result(log),
                        "getHealthCheckMetadata", arguments -> new HealthCheckMetadata(metadata)));
    }

    /** By a check of somebody else, who has no sentences. */
    private static List<AdminPages.Message> said(String message) {
        return List.of(new AdminPages.Message(Sentence.NONE, message));
    }

    @Test
    void showsEachCheckWithItsAdvice() {
        var admin = pages(Map.of());
        admin.executor = Fakes.of(
                HealthCheckExecutor.class,
                Map.of(
                        "execute",
                        arguments -> List.of(
                                outcome("Datenbank", Result.Status.OK, "antwortet"),
                                outcome("Bus", Result.Status.CRITICAL, "Broker starten"),
                                outcome("REST modules", Result.Status.WARN, "aufräumen"))));
        var view = (PageResponse.View) admin.health(REQUEST, state);
        assertThat(view.model().get("checks"))
                .isEqualTo(List.of(
                        new AdminPages.Check("Bus", "bus", "bad", said("Broker starten")),
                        new AdminPages.Check("REST modules", "rest-modules", "attention", said("aufräumen")),
                        new AdminPages.Check("Datenbank", "datenbank", "good", said("antwortet"))));
        assertThat(view.model()).containsEntry("bad", 1L).containsEntry("attention", 1L);
    }

    @Test
    void saysSoWhileNobodyChecks() {
        var view = (PageResponse.View) pages(Map.of()).health(REQUEST, state);
        assertThat(view.model()).containsEntry("checks", List.of());
    }

    @Test
    void listsEachApiOnce() throws Exception {
        Map<String, Object> api = Map.of("einsnull.rest.path", "/api/trees", "einsnull.rest.title", "Trees");
        var admin = pages(
                Map.of("getServiceReferences", arguments -> List.of(trees.reference(0, api), trees.reference(0, api))));
        var view = (PageResponse.View) admin.apis(REQUEST, state);
        assertThat(view.model().get("apis"))
                .isEqualTo(List.of(new AdminPages.Api("Trees", "/api/trees", "de.einsnull.trees")));
    }
}
