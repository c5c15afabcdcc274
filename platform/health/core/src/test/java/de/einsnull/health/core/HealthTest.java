package de.einsnull.health.core;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.health.api.Metrics;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.testkit.FixedCaller;
import java.time.Duration;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** What load balancers, service managers and operators are told. */
@Timeout(60)
class HealthTest {

    private static final String WAITING =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="waiting">
              <reference name="Store" interface="java.sql.Driver" target="(store=parks)"/>
              <implementation class="does.not.Matter"/>
            </scr:component>""";

    private static TestPlatform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = new TestPlatform();
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    @BeforeEach
    void isReady() {
        assertThat(platform.await("/health/ready", 200).body()).contains("\"status\":\"UP\"");
    }

    @Test
    void aLivePlatformIsLive() {
        assertThat(platform.get("/health/live").statusCode()).isEqualTo(200);
    }

    /** Traffic would reach a half-started platform. */
    @Test
    void aBundleThatDoesNotStartMakesThePlatformUnready() throws Exception {
        var bundle = platform.add("mvn:de.einsnull/parks", "parks", "", "Bundle-Activator", "does.not.Exist");
        var answer = platform.await("/health/ready", 503);
        assertThat(answer.body())
                .contains("{\"name\":\"bundles\",\"status\":\"CRITICAL\",\"messages\":[\"parks is not");
        bundle.uninstall();
    }

    @Test
    void aBundleThatAnOperatorStoppedIsMeantToBeStopped() throws Exception {
        var bundle = platform.add("mvn:de.einsnull/stopped", "stopped", "");
        bundle.stop();
        eventually("the bundle has stopped", () -> bundle.getState() == Bundle.RESOLVED);
        assertThat(platform.await("/health/ready", 200).body()).doesNotContain("stopped is");
        bundle.uninstall();
    }

    /** A partner's mistake must not take the city's platform out of service. */
    @Test
    void aPartnersBundleThatDoesNotStartIsAWarning() throws Exception {
        var bundle = platform.add("file:/deploy/club.jar", "club", WAITING, "Bundle-Activator", "does.not.Exist");
        eventually(
                "the partner's bundle is named",
                () -> platform.get("/health/ready").body().contains("club is not started"));
        var answer = platform.get("/health/ready");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("{\"name\":\"partner-bundles\",\"status\":\"WARN\"");
        bundle.uninstall();
    }

    @Test
    void aComponentThatWaitsMakesThePlatformUnready() throws Exception {
        var bundle = platform.add(
                "mvn:de.einsnull/waiting", "waiting", WAITING, "Service-Component", "OSGI-INF/component.xml");
        assertThat(platform.await("/health/ready", 503).body()).contains("waiting waits for Store (store=parks)");
        bundle.uninstall();
    }

    /** Karaf calls the boot finished long before the bundles run, but not before they are installed. */
    @Test
    void thePlatformIsNotReadyWhileFeaturesAreInstalled() {
        var installer = announce("org.apache.karaf.features.FeaturesService");
        platform.await("/health/ready", 503);
        var finished = announce("org.apache.karaf.features.BootFinished");
        platform.await("/health/ready", 200);
        installer.unregister();
        finished.unregister();
    }

    @Test
    void aModulesCheckCountsAndSaysCauseAndAdvice() {
        var registration = check("Database", () -> new Result(Result.Status.CRITICAL, "No answer; start PostgreSQL"));
        assertThat(platform.await("/health/ready", 503).body())
                .contains(
                        "{\"name\":\"Database\",\"status\":\"CRITICAL\",\"messages\":[\"No answer; start PostgreSQL\"]}");
        registration.unregister();
        var warning = check("Disk of the map", () -> new Result(Result.Status.WARN, "Nearly full"));
        eventually(
                "the warning is shown",
                () -> platform.get("/health/ready").body().contains("Nearly full"));
        assertThat(platform.get("/health/ready").statusCode()).isEqualTo(200);
        warning.unregister();
    }

    /** A database that hangs must not hang the one who asks how it is. */
    @Test
    void aCheckThatHangsIsNotWaitedFor() {
        var end = new CountDownLatch(1);
        var registration = check("Hanging", () -> {
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return new Result(Result.Status.OK, "late");
        });
        platform.await("/health/ready", 503);
        var before = System.nanoTime();
        assertThat(platform.get("/health/ready").body()).contains("Hanging");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        end.countDown();
        registration.unregister();
    }

    /** Names of hosts and versions help an attacker. */
    @Test
    void strangersSeeOnlyTheStatus() {
        var registration = check("Database", () -> new Result(Result.Status.WARN, "db.internal is slow"));
        eventually(
                "the inside is shown",
                () -> platform.get("/health/ready").body().contains("db.internal"));
        var forwarded = platform.get("/health/ready", "X-Forwarded-For", "203.0.113.7");
        assertThat(forwarded.body())
                .contains("\"name\":\"Database\",\"status\":\"WARN\"")
                .doesNotContain("db.internal");
        assertThat(platform.get("/metrics", "X-Forwarded-For", "203.0.113.7").statusCode())
                .isEqualTo(403);
        registration.unregister();
    }

    @Test
    void anAdministratorSeesTheInsideFromAnywhere() {
        var admin =
                platform.context().registerService(CurrentRequest.class, new FixedCaller(FixedCaller.admin("1")), null);
        eventually(
                "the administrator is known",
                () -> platform.get("/metrics", "X-Forwarded-For", "203.0.113.7").statusCode() == 200);
        admin.unregister();
    }

    @Test
    void metricsTellOfTheProcessTheBundlesAndTheModules() {
        var reference = platform.context().getServiceReference(Metrics.class);
        platform.context().getService(reference).counter("parks.trees", "Trees").increment();
        var text = platform.get("/metrics").body();
        assertThat(text)
                .contains("jvm_memory_used_bytes{area=\"heap\"}", "process_cpu_seconds_total ", "jvm_threads_current ")
                .contains("einsnull_bundles{state=\"active\"}", "einsnull_components{state=\"active\"}")
                .contains("einsnull_http_requests_seconds_count{module=\"de.einsnull.health.core\",outcome=\"2xx\"}")
                .contains("einsnull_parks_trees_total{module=\"org.apache.felix.framework\"} 1");
        platform.context().ungetService(reference);
        assertThat(platform.get("/metrics").body()).doesNotContain("parks_trees");
    }

    private static ServiceRegistration<HealthCheck> check(String name, HealthCheck check) {
        return platform.context()
                .registerService(
                        HealthCheck.class,
                        check,
                        new Hashtable<>(Map.of("hc.name", name, "hc.tags", "ready", "hc.resultCacheTtlInMs", 1L)));
    }

    private static ServiceRegistration<?> announce(String service) {
        return platform.context().registerService(service, new Announcement(), null);
    }

    private static final class Announcement implements ServiceFactory<Object> {

        @Override
        public Object getService(Bundle bundle, ServiceRegistration<Object> registration) {
            return this;
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<Object> registration, Object service) {
            // nothing to clean up
        }
    }
}
