package de.einsnull.portal.shell.theme;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.shell.testing.TestPortal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityThemeTest {

    @TempDir
    private Path folder;

    private final TestPortal portal = new TestPortal();

    private CityTheme theme(Map<String, Object> settings) {
        return new CityTheme(portal.contributors(), TestPortal.themeConfig(settings));
    }

    @Test
    void isFineAsItComes() {
        var theme = theme(Map.of());
        assertThat(theme.execute().getStatus()).isEqualTo(Result.Status.OK);
        assertThat(theme.get().coatOfArmsAddress()).matches("/assets/theme/[0-9a-f]+/wappen.svg");
    }

    /** City IT must not break the pages with a colour, and must learn why it is not used. */
    @Test
    void refusesAColourButKeepsThePortalUp() {
        var theme = theme(Map.of("brandColour", "#ffdd00", "cityName", "Beckum"));
        assertThat(css(theme)).contains("--en-brand:#0b5563");
        assertThat(theme.get().cityName()).isEqualTo("Beckum");
        assertThat(theme.execute().getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(theme.execute().toString()).contains("#ffdd00");
    }

    @Test
    void takesTheCitysOwnArms() throws Exception {
        var arms = Files.writeString(folder.resolve("oelde.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        var theme = theme(Map.of("coatOfArms", arms.toString()));
        assertThat(new String(theme.get().coatOfArms().body(), StandardCharsets.UTF_8))
                .contains("<svg");
        assertThat(theme.execute().getStatus()).isEqualTo(Result.Status.OK);
    }

    @Test
    void refusesArmsThatAreMissingOrNoPicture() throws Exception {
        var text = Files.writeString(folder.resolve("arms.html"), "<script>");
        assertThat(theme(Map.of("coatOfArms", text.toString())).execute().getStatus())
                .isEqualTo(Result.Status.WARN);
        assertThat(theme(Map.of("coatOfArms", folder.resolve("none.svg").toString()))
                        .execute()
                        .getStatus())
                .isEqualTo(Result.Status.WARN);
    }

    /** Browsers keep the style sheet for a year: other colours need another address. */
    @Test
    void givesOtherColoursAnotherAddress() {
        var theme = theme(Map.of());
        String before = theme.get().cssAddress();
        theme.modified(TestPortal.themeConfig(Map.of("brandColour", "#7a1f5c")));
        assertThat(theme.get().cssAddress()).isNotEqualTo(before);
        assertThat(css(theme)).contains("--en-brand:#7a1f5c");
    }

    @Test
    void takesTheAddressAsAListOrAsOneText() {
        String[] oneText = {"Rathaus; Marktplatz 1;59302 Oelde"};
        assertThat(theme(Map.of("address", oneText)).get().contact().address())
                .containsExactly("Rathaus", "Marktplatz 1", "59302 Oelde");
        assertThat(theme(Map.of()).get().contact().address()).hasSize(3);
    }

    private static String css(CityTheme theme) {
        return new String(theme.get().css().body(), StandardCharsets.UTF_8);
    }
}
