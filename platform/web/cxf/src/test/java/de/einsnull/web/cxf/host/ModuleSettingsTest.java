package de.einsnull.web.cxf.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a module may ask for; the message is all its author sees. */
class ModuleSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/sensors", "/sensorthings/v1.1", "/ogc"})
    void takesAbsolutePaths(String path) {
        assertThat(ModuleSettings.of(Map.of("einsnull.rest.path", path)).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "api/x",
                "/api",
                "/api/",
                "/live",
                "/login",
                "/assets/x",
                "/health/mine",
                "/a//b",
                "/a/*",
                "/../x"
            })
    void refusesOtherPaths(String path) {
        assertThatThrownBy(() -> ModuleSettings.of(Map.of("einsnull.rest.path", path)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("einsnull.rest.path");
    }

    @Test
    void refusesLimitsThatAreNone() {
        assertThatThrownBy(() -> ModuleSettings.of(
                        Map.of("einsnull.rest.path", "/api/x", "einsnull.rest.timeLimitInMs", 1_000_000)))
                .hasMessageContaining("from 100 to 300000");
        assertThatThrownBy(() -> ModuleSettings.of(
                        Map.of("einsnull.rest.path", "/api/x", "einsnull.rest.maxBodyInBytes", "lots")))
                .hasMessageContaining("maxBodyInBytes");
    }

    @Test
    void resourcesOfOneModuleShareTheLooserLimit() {
        var small = ModuleSettings.of(Map.of("einsnull.rest.path", "/api/x", "einsnull.rest.timeLimitInMs", 1_000));
        var large =
                ModuleSettings.of(Map.of("einsnull.rest.path", "/api/x", "einsnull.rest.maxBodyInBytes", 5_000_000));
        var both = small.with(large);
        assertThat(both.timeLimit()).isEqualTo(Duration.ofSeconds(30));
        assertThat(both.maxBodyInBytes()).isEqualTo(5_000_000);
    }
}
