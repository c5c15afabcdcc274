package de.einsnull.web.cxf.host;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.guard.api.ModuleGuard;
import de.einsnull.testkit.Eventually;
import de.einsnull.testkit.RecordedStrikes;
import de.einsnull.web.api.RestResource;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The guard hears of what a module does wrong, so that it can stop it before it costs others. */
@Timeout(60)
class StrikesTest {

    private static final RecordedStrikes GUARD = new RecordedStrikes();
    private static final Hostile RESOURCE = new Hostile();
    private static TestPlatform platform;

    /** Everything a resource should not do. */
    @Path("/")
    @PermitAll
    public static final class Hostile implements RestResource {

        final CountDownLatch end = new CountDownLatch(1);

        @GET
        @Path("well")
        public String well() {
            return "well";
        }

        @GET
        @Path("throw")
        public String fail() {
            throw new IllegalStateException("a bug");
        }

        @GET
        @Path("loop")
        public String loop() {
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
            return "late";
        }

        @GET
        @Path("endless")
        @Produces("text/plain")
        public StreamingOutput endless() {
            return out -> {
                while (true) {
                    out.write(new byte[100_000]);
                }
            };
        }
    }

    @BeforeAll
    static void start() throws Exception {
        platform = new TestPlatform();
        platform.context().registerService(ModuleGuard.class, GUARD, null);
        platform.serve(
                "/api/hostile",
                RESOURCE,
                "einsnull.rest.timeLimitInMs",
                300,
                "einsnull.rest.maxAnswerInBytes",
                2_000_000);
        platform.await("/api/hostile/well", 200);
    }

    @AfterAll
    static void stop() throws Exception {
        RESOURCE.end.countDown();
        platform.close();
    }

    @Test
    void ofWhatItThrows() {
        assertThat(platform.get("/api/hostile/throw").statusCode()).isEqualTo(500);
        Eventually.eventually("the report", () -> GUARD.strikes().contains("THREW GET /api/hostile"));
    }

    @Test
    void ofRequestsThatDoNotEnd() {
        assertThat(platform.get("/api/hostile/loop").statusCode()).isEqualTo(503);
        Eventually.eventually("the report", () -> GUARD.strikes().contains("TIMED_OUT GET /api/hostile"));
        Eventually.eventually("the report", () -> GUARD.strikes().contains("STUCK GET /api/hostile"));
    }

    /** Nobody is sent the Internet. */
    @Test
    void ofAnswersWithoutEnd() {
        assertThat(platform.get("/api/hostile/endless").body()).hasSizeBetween(1_000_000, 2_000_000);
        Eventually.eventually("the report", () -> GUARD.strikes().contains("TOO_LARGE GET /api/hostile"));
    }
}
