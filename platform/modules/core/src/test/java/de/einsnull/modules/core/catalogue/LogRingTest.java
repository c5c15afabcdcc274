package de.einsnull.modules.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.LogLine;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;

/** City IT reads what one module wrote without searching the log of all. */
class LogRingTest {

    @TempDir
    private Path folder;

    private final LogRing ring = new LogRing();

    @Test
    void eachModuleHasItsOwnLastLines() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            platform.apply(Action.INSTALL, TestArchive.bundle("parks", "1.0.0"));
            Bundle parks = platform.bundle("parks");
            ring.logged(entry(platform.context().getBundle(), "of the platform", null));
            for (int i = 0; i < 600; i++) {
                ring.logged(entry(parks, "line " + i, null));
            }
            ring.logged(entry(parks, "failed", new IllegalStateException("bug")));
            assertThat(ring.newest("parks", 2))
                    .extracting(LogLine::text)
                    .containsExactly("line 599", "failed – java.lang.IllegalStateException: bug");
            assertThat(ring.newest("parks", 500)).hasSize(500);
            assertThat(ring.newest("", 10)).isEmpty();
            ring.retain(List.of());
            assertThat(ring.newest("parks", 10)).isEmpty();
        }
    }

    private static LogEntry entry(Bundle bundle, String message, Throwable failure) {
        return (LogEntry) Proxy.newProxyInstance(
                LogRingTest.class.getClassLoader(),
                new Class<?>[] {LogEntry.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getBundle" -> bundle;
                    case "getMessage" -> message;
                    case "getException" -> failure;
                    case "getLogLevel" -> LogLevel.INFO;
                    case "getTime" -> Instant.EPOCH.toEpochMilli();
                    case "getLoggerName" -> "logger";
                    default -> null;
                });
    }
}
