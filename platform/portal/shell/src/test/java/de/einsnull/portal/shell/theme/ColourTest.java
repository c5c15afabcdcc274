package de.einsnull.portal.shell.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {

    /** Ratios as the contrast checkers that people use tell them. */
    @ParameterizedTest
    @CsvSource({
        "#000000, #ffffff, 21.0", "#767676, #ffffff, 4.54", "#777777, #ffffff, 4.48",
        "#ff0000, #ffffff, 4.0", "#0000ff, #ffffff, 8.59", "#ffff00, #ffffff, 1.07"
    })
    void measuresContrast(String one, String other, double ratio) {
        assertThat(Colour.parse(one).contrast(Colour.parse(other))).isCloseTo(ratio, within(0.01));
        assertThat(Colour.parse(other).contrast(Colour.parse(one))).isCloseTo(ratio, within(0.01));
    }

    @Test
    void mixes() {
        assertThat(Colour.parse("#000000").mix(Colour.WHITE, 0.5).hex()).isEqualTo("#808080");
        assertThat(Colour.parse("#123456").mix(Colour.WHITE, 0).hex()).isEqualTo("#123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#0b5563", "#b8521a", "#7a1f5c", "#1a1a1a", "#006400"})
    void makesAColourLightEnoughForTheNightWithoutBleachingIt(String colour) {
        var night = Colour.parse("#18262c");
        var light = Colour.parse(colour).lighterUntil(8, night);
        assertThat(light.contrast(night)).isGreaterThanOrEqualTo(8);
        assertThat(light).isNotEqualTo(Colour.WHITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "blue", "#fff", "#12345g", "0b5563", "#0b5563 "})
    void refusesWhatIsNoColour(String text) {
        assertThatThrownBy(() -> Colour.parse(text)).hasMessageContaining("expected for example");
    }
}
