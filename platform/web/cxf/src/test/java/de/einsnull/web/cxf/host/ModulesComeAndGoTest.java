package de.einsnull.web.cxf.host;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.web.api.RestResource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Modules that come, go, hang and break, while others are used. */
@Timeout(60)
class ModulesComeAndGoTest {

    private static TestPlatform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = new TestPlatform();
        platform.serve("/api/steady", new HelloResource());
        platform.await("/api/steady", 200);
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    /** Otherwise installing a partner's module is an outage for everybody. */
    @Test
    void aSiblingThatComesAndGoesDisturbsNobody() {
        try (var load = new Load("/api/steady")) {
            for (var round = 0; round < 10; round++) {
                var sibling = platform.serve("/sensorthings/v1." + round % 2, new HelloResource());
                platform.await("/sensorthings/v1." + round % 2, 200);
                sibling.unregister();
            }
            load.untilAtLeast(200);
            assertThat(load.failures()).isEmpty();
        }
    }

    /** An update of a module, and a second resource for it, cost its own clients a moment of waiting at most. */
    @Test
    void anUpdateLosesNoRequest() {
        var first = platform.serve("/api/updated", new HelloResource());
        platform.await("/api/updated", 200);
        try (var load = new Load("/api/updated")) {
            for (var round = 0; round < 5; round++) {
                var before = load.count();
                first.unregister();
                first = platform.serve("/api/updated", new HelloResource());
                var second = platform.serve("/api/updated", new SecondResource());
                platform.await("/api/updated/second", 200);
                second.unregister();
                load.untilAtLeast(before + 20);
            }
            assertThat(load.failures()).isEmpty();
        }
        first.unregister();
        platform.await("/api/updated", 404);
    }

    /** One hanging module must not take the threads that serve the others. */
    @Test
    void aHangingModuleFillsOnlyItsOwnPlaces() {
        var resource = new HelloResource();
        var module = platform.serve("/api/hanging", resource);
        platform.await("/api/hanging", 200);
        try (var callers = new Callers(40)) {
            var answers = callers.all("/api/hanging/hang");
            eventually(
                    "the rest is refused",
                    () -> answers.stream().filter(CompletableFuture::isDone).count() >= 24);
            assertThat(platform.get("/api/steady").statusCode()).isEqualTo(200);
            var refused = platform.get("/api/hanging");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            resource.hanging.countDown();
            var statuses = answers.stream()
                    .map(CompletableFuture::join)
                    .map(HttpResponse::statusCode)
                    .toList();
            assertThat(statuses).contains(200, 503).doesNotContain(500);
        }
        platform.await("/api/hanging", 200);
        module.unregister();
    }

    /** Whoever waits for a module gets an answer, even if the module does not listen to an interrupt. */
    @Test
    void aRequestEndsAtItsTimeLimit() {
        var resource = new HelloResource();
        var module = platform.serve("/api/slow", resource, "einsnull.rest.timeLimitInMs", 300);
        platform.await("/api/slow", 200);
        for (var path : List.of("/api/slow/hang", "/api/slow/deaf")) {
            var answer = platform.get(path);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("/problems/time-limit");
        }
        resource.hanging.countDown();
        assertThat(platform.get("/api/slow").statusCode()).isEqualTo(200);
        module.unregister();
    }

    /** A request that a module has begun is finished before the module goes. */
    @Test
    void aModuleLeavesAfterItsRequests() {
        var resource = new HelloResource();
        var module = platform.serve("/api/leaving", resource);
        platform.await("/api/leaving", 200);
        try (var callers = new Callers(1)) {
            var inside = callers.all("/api/leaving/hang").get(0);
            eventually("the request is inside", () -> resource.entered.getCount() == 0);
            var leaving = CompletableFuture.runAsync(module::unregister);
            resource.hanging.countDown();
            assertThat(inside.join().statusCode()).isEqualTo(200);
            leaving.join();
        }
    }

    @Test
    void aBrokenModuleIsReportedAndTheOthersServe() throws Exception {
        var broken = platform.serve("/api/broken", new BrokenResource());
        var misplaced = platform.serve("/assets/mine", new HelloResource());
        var check = platform.service(HealthCheck.class, "(hc.name=REST modules)");
        eventually(
                "both mistakes are reported",
                () -> check.execute().getStatus() == Result.Status.WARN
                        && check.execute().toString().contains("/api/broken"));
        assertThat(check.execute().toString()).contains("/assets/mine");
        assertThat(platform.get("/api/broken").statusCode()).isEqualTo(503);
        assertThat(platform.get("/api/steady").statusCode()).isEqualTo(200);
        broken.unregister();
        misplaced.unregister();
        eventually("all is well again", () -> check.execute().isOk());
    }

    /** A second resource of a module. */
    @Path("second")
    public static final class SecondResource implements RestResource {

        @GET
        @jakarta.annotation.security.PermitAll
        public String get() {
            return "second";
        }
    }

    /** Its author forgot the path. */
    public static final class BrokenResource implements RestResource {}

    /** Calls at the same time, each from a thread of its own. */
    private static final class Callers implements AutoCloseable {

        private final java.util.concurrent.ExecutorService threads;
        private final int count;

        Callers(int count) {
            this.count = count;
            this.threads = Executors.newFixedThreadPool(count);
        }

        List<CompletableFuture<HttpResponse<String>>> all(String path) {
            return Stream.generate(() -> CompletableFuture.supplyAsync(() -> platform.get(path), threads))
                    .limit(count)
                    .toList();
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    /** Four clients that ask without a break. */
    private static final class Load implements AutoCloseable {

        private final AtomicBoolean running = new AtomicBoolean(true);
        private final AtomicInteger count = new AtomicInteger();
        private final Map<String, Integer> failures = new ConcurrentHashMap<>();
        private final List<CompletableFuture<Void>> clients = new ArrayList<>();
        private final java.util.concurrent.ExecutorService threads = Executors.newFixedThreadPool(4);

        Load(String path) {
            for (var i = 0; i < 4; i++) {
                clients.add(CompletableFuture.runAsync(() -> ask(path), threads));
            }
        }

        private void ask(String path) {
            while (running.get()) {
                var answer = platform.get(path);
                if (answer.statusCode() != 200) {
                    failures.merge(answer.statusCode() + answer.body(), 1, Integer::sum);
                }
                count.incrementAndGet();
            }
        }

        int count() {
            return count.get();
        }

        void untilAtLeast(int wanted) {
            eventually("enough was asked", () -> count.get() >= wanted);
        }

        Map<String, Integer> failures() {
            running.set(false);
            clients.forEach(client -> client.orTimeout(
                            Duration.ofSeconds(20).toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                    .join());
            return failures;
        }

        @Override
        public void close() {
            running.set(false);
            threads.shutdown();
        }
    }
}
