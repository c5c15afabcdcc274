package de.einsnull.sensors.core.trial;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.ConnectionTest;
import de.einsnull.sensors.api.DriverCause;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without it, city IT would learn of a wrong password only after the settings are in effect. */
class SettingsTrialTest {

    @ParameterizedTest
    @EnumSource(DriverCause.class)
    void saysWhatToDoAndWhatExactlyHappened(DriverCause cause) {
        var trial = new SettingsTrial(answering(cause, cause == DriverCause.NONE ? 3 : -1));
        var german = trial.test("pid", Map.of(), Locale.GERMAN);
        var english = trial.test("pid", Map.of(), Locale.forLanguageTag("tr"));

        assertThat(trial.supports("pid")).isTrue();
        assertThat(german.works()).isEqualTo(cause == DriverCause.NONE);
        if (german.works()) {
            assertThat(german.message()).contains("3 Messwerte");
            assertThat(english.message()).contains("3 readings");
        } else {
            assertThat(german.message()).endsWith("(the detail)");
            assertThat(english.message()).endsWith("(the detail)").isNotEqualTo(german.message());
        }
    }

    private static ConnectionTest answering(DriverCause cause, int readings) {
        return new ConnectionTest() {
            @Override
            public boolean supports(String factoryPid) {
                return factoryPid.equals("pid");
            }

            @Override
            public Result test(String factoryPid, Map<String, Object> properties) {
                return new Result(cause == DriverCause.NONE, cause, "the detail", readings, Duration.ZERO);
            }
        };
    }
}
