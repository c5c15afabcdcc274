package de.einsnull.security.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.MappingMatch;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

class AccessRulesTest {

    private static final String SERVLET = "osgi.http.whiteboard.servlet.pattern";
    private static final String RESOURCE = "osgi.http.whiteboard.resource.pattern";
    private static final String NAME = "osgi.http.whiteboard.servlet.name";

    private Framework osgi;
    private AccessRules rules;

    @BeforeEach
    void open(@TempDir Path storage) throws Exception {
        osgi = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
        osgi.start();
        register(Map.of(SERVLET, "/before", "einsnull.access", "public"));
        rules = new AccessRules(osgi.getBundleContext());
    }

    @AfterEach
    void close() throws Exception {
        rules.stop();
        osgi.stop();
        osgi.waitForStop(10_000);
    }

    /** Else a servlet would be refused because its author wrote the pattern in another of the allowed ways. */
    @Test
    void readsPatternsInEveryForm() {
        register(Map.of(SERVLET, "/one", "einsnull.access", "staff"));
        register(Map.of(SERVLET, new String[] {"/two", "/two/*"}, "einsnull.access", " staff "));
        register(Map.of(SERVLET, List.of("/three"), "einsnull.access", "staff"));
        register(Map.of(RESOURCE, "/four/*", "einsnull.access", "staff"));

        for (var pattern : List.of("/one", "/two", "/two/*", "/three", "/four/*")) {
            assertThat(access(pattern, "any")).as(pattern).contains("staff");
        }
        assertThat(access("/before", "any")).contains("public");
        assertThat(access("/five", "any")).isEmpty();
    }

    /** Else a servlet that the runtime could not start would lend its statement to the one that serves instead. */
    @Test
    void goesByTheNameWhereThereIsOne() {
        register(Map.of(SERVLET, "/x", NAME, "broken", "einsnull.access", "public", Constants.SERVICE_RANKING, 9));
        register(Map.of(SERVLET, "/x", NAME, "working", "einsnull.access", "admin"));

        assertThat(access("/x", "working")).contains("admin");
        assertThat(access("/x", "broken")).contains("public");
    }

    /** Else the first visitors of a new module would be refused, because the whiteboard heard of its servlet first. */
    @Test
    void knowsAServletBeforeItHasHeardOfIt() {
        rules.stop();
        register(Map.of(SERVLET, "/new", "einsnull.access", "public"));
        assertThat(access("/new", "any")).contains("public");
    }

    @Test
    void readsLimits() {
        register(Map.of(SERVLET, "/x", "einsnull.access", "public", "einsnull.maxBodyInBytes", 10));
        register(Map.of(SERVLET, "/y", "einsnull.access", "public", "einsnull.maxBodyInBytes", "many"));

        assertThat(rules.of(new Mapping("/x", "any")).flatMap(AccessRule::bodyLimit))
                .contains(10L);
        assertThat(rules.of(new Mapping("/y", "any")).flatMap(AccessRule::bodyLimit))
                .isEmpty();
    }

    private Optional<String> access(String pattern, String name) {
        return rules.of(new Mapping(pattern, name)).map(AccessRule::access);
    }

    private void register(Map<String, Object> properties) {
        osgi.getBundleContext().registerService(Object.class, new Object(), new Hashtable<>(properties));
    }

    private record Mapping(String getPattern, String getServletName) implements HttpServletMapping {
        @Override
        public String getMatchValue() {
            return "";
        }

        @Override
        public MappingMatch getMappingMatch() {
            return MappingMatch.PATH;
        }
    }
}
