package de.einsnull.modules.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A version that is misread offers an old module as an update. */
class VersionsTest {

    @Test
    void versionsOfFeaturesAreComparedAsPeopleExpect() {
        assertThat(Versions.of("1.10")).isGreaterThan(Versions.of("1.9.3"));
        assertThat(Versions.of("2")).isGreaterThan(Versions.of("1.99.99"));
        assertThat(Versions.of("1.0.0")).isEqualTo(Versions.of(" 1.0 "));
        assertThat(Versions.of("0.1.0-SNAPSHOT")).hasToString("0.1.0.SNAPSHOT");
        assertThat(Versions.of("1.2.3.2026-11-24")).hasToString("1.2.3.2026-11-24");
    }

    @Test
    void whatIsNoVersionIsTheLowest() {
        assertThat(Versions.of("latest")).isLessThan(Versions.of("0.0.1"));
        assertThat(Versions.of("99999999999")).isLessThan(Versions.of("0.0.1"));
    }
}
