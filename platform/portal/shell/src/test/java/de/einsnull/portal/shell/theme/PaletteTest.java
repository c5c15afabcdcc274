package de.einsnull.portal.shell.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever two colours a city chooses, people can read its pages. */
class PaletteTest {

    private static final String PAPER = "#faf8f4";
    private static final String NIGHT = "#0f1a1f";
    private static final String NIGHT_SURFACE = "#18262c";

    @ParameterizedTest
    @CsvSource({"#0b5563, #b8521a", "#7a1f5c, #8a6100", "#004b93, #c00000", "#1a1a1a, #1a1a1a", "#2e6b1f, #2563a8"})
    void keepsTextReadableByDay(String brand, String accent) {
        var colours = new Palette(Colour.parse(brand), Colour.parse(accent)).light();
        require(colours, "brand", PAPER, 4.5);
        require(colours, "brand", "#ffffff", 4.5);
        require(colours, "brand-strong", colours.get("brand-soft").hex(), 4.5);
        require(colours, "brand-deep", "#ffffff", 4.5);
        require(colours, "on-brand", colours.get("brand").hex(), 4.5);
        require(colours, "accent-text", PAPER, 4.5);
        require(colours, "accent", PAPER, 3);
    }

    @ParameterizedTest
    @CsvSource({"#0b5563, #b8521a", "#7a1f5c, #8a6100", "#004b93, #c00000", "#1a1a1a, #1a1a1a", "#2e6b1f, #2563a8"})
    void keepsTextReadableByNight(String brand, String accent) {
        var colours = new Palette(Colour.parse(brand), Colour.parse(accent)).dark();
        for (String background :
                new String[] {NIGHT, NIGHT_SURFACE, colours.get("brand-soft").hex()}) {
            require(colours, "brand", background, 4.5);
        }
        require(colours, "brand-deep", "#ffffff", 4.5);
        require(colours, "on-brand", colours.get("brand").hex(), 4.5);
        require(colours, "accent-text", NIGHT, 4.5);
    }

    private static void require(Map<String, Colour> colours, String name, String background, double ratio) {
        assertThat(colours.get(name).contrast(Colour.parse(background)))
                .as("%s %s on %s", name, colours.get(name).hex(), background)
                .isGreaterThanOrEqualTo(ratio);
    }

    @Test
    void refusesColoursThatPeopleCannotReadAndSaysByHowMuch() {
        var yellow = Colour.parse("#ffdd00");
        var petrol = Colour.parse("#0b5563");
        assertThatThrownBy(() -> new Palette(yellow, petrol))
                .hasMessageContaining("brandColour #ffdd00")
                .hasMessageContaining("4.5:1")
                .hasMessageContaining("darker");
        assertThatThrownBy(() -> new Palette(petrol, yellow))
                .hasMessageContaining("accentColour")
                .hasMessageContaining("3.0:1");
    }

    @Test
    void writesThemForDayForNightByDeviceAndForNightByChoice() {
        String css = new Palette(Colour.parse("#0b5563"), Colour.parse("#b8521a")).css();
        assertThat(css)
                .startsWith(":root{--en-brand:#0b5563;")
                .contains("@media(prefers-color-scheme:dark){:root:not([data-kern-theme=light]){")
                .contains("\n[data-kern-theme=dark]{");
    }
}
