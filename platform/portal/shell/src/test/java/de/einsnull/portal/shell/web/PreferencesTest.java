package de.einsnull.portal.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.shell.testing.TestPortal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {

    private final TestPortal portal = new TestPortal();

    @Test
    void survivesTheCookie() {
        var chosen = new Preferences(
                Optional.of(Language.DE_SIMPLE),
                Preferences.Contrast.HIGH,
                Preferences.Size.LARGER,
                Preferences.Colours.DARK);
        assertThat(chosen.format()).isEqualTo("de-simple.high.larger.dark");
        assertThat(Preferences.parse(chosen.format())).isEqualTo(chosen);
        assertThat(Preferences.parse(Preferences.NONE.format())).isEqualTo(Preferences.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "xx.yy.zz.\"><script>", "....."})
    void takesNonsenseForNothing(String cookie) {
        assertThat(Preferences.parse(cookie)).isEqualTo(Preferences.NONE);
    }

    @Test
    void changesWhatTheFormSays() {
        var visit = settings(Map.of("kontrast", "high", "schrift", "large", "farben", "dark"));
        var changed = Settings.changed(visit).orElseThrow();
        assertThat(changed.getContrast()).isEqualTo("high");
        assertThat(changed.getSize()).isEqualTo("large");
        assertThat(changed.getColours()).isEqualTo("dark");
    }

    @Test
    void changesNothingOnOtherPagesOrWithoutAForm() {
        assertThat(Settings.changed(settings(Map.of()))).isEmpty();
        assertThat(Settings.changed(portal.visit(Language.DE, "konto"))).isEmpty();
    }

    /** Somebody who sends a link must not send the visitor to another site. */
    @ParameterizedTest
    @CsvSource({
        "stadtkarte?ebene=parken, /de/stadtkarte?ebene=parken", "'', /de/", "//evil.example, /de/",
        "https://evil.example, /de/", "'/\\evil', /de/", "javascript:alert(1), /de/"
    })
    void goesBackOnlyWithinThePortal(String back, String target) {
        assertThat(Settings.target(settings(Map.of("zurueck", back)))).isEqualTo(target);
    }

    private Visit settings(Map<String, String> form) {
        var parameters = new HashMap<String, List<String>>();
        form.forEach((name, value) -> parameters.put(name, List.of(value)));
        var visit = portal.visit(Language.DE, "einstellungen");
        return new Visit(
                "GET",
                Language.DE,
                "einstellungen",
                parameters,
                Map.of(),
                visit.identity(),
                visit.token(),
                "r",
                Preferences.NONE);
    }
}
