package de.einsnull.web.cxf.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clients of a module get, good and bad. */
class RestHostTest {

    private static TestPlatform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = new TestPlatform();
        platform.serve("/api/hello", new HelloResource());
        platform.await("/api/hello", 200);
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    @Test
    void answersWithJsonAndIsoTimes() {
        var answer = platform.get("/api/hello");
        assertThat(answer.body())
                .isEqualTo("{\"text\":\"Hallo\",\"at\":\"1970-01-01T00:00:00Z\",\"day\":\"2026-11-24\"}");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }
}
