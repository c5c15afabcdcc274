package de.einsnull.sensors.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import java.io.IOException;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A typing error in the settings must not flood the platform, and every visitor must be able to read that this is a demo. */
class SettingsTest {

    private record Config(double speed, int backfillDays, int backfillHoursPerSecond, int startAfterSeconds)
            implements SimulatorConfig {
        @Override
        public Class<? extends Annotation> annotationType() {
            return SimulatorConfig.class;
        }
    }

    @Test
    void valuesOutOfRangeBecomeTheNearestAllowed() {
        var settings = SimulatorSettings.of(new Config(1e9, 4_000, 0, -3));

        assertThat(settings).isEqualTo(new SimulatorSettings(500, Duration.ofDays(30), 1, Duration.ZERO));
        assertThat(SimulatorSettings.of(new Config(Double.NaN, 7, 3, 5)).speed())
                .isEqualTo(1);
    }

    @Test
    void theDriverListensToTheTopicsOfTheDevices() {
        assertThat((String[]) DemoSetup.mqtt().get("topics")).containsExactly("demo/sensors/+");
    }

    /** Otherwise nobody could try a sensor of their own in the demo city. */
    @Test
    void theGatewayMayPublishWhatTheDriversHear() {
        assertThat((String[]) DemoSetup.gateway().get("publish")).contains("v3/", "application/", "demo/sensors/");
        assertThat(DemoSetup.gateway()).doesNotContainKey("password");
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageSaysThatThisIsADemo(Language language) throws IOException {
        String suffix = language == Language.DE ? "" : "_" + language.locale();
        var texts = new Properties();
        try (Reader in = Files.newBufferedReader(
                Path.of("src/main/resources/OSGI-INF/l10n/messages" + suffix + ".properties"))) {
            texts.load(in);
        }
        assertThat(texts.getProperty("demo.notice")).isNotBlank();
    }
}
