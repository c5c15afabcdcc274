package de.einsnull.sensors.admin;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Only city IT may change devices, and everybody is told why in words. */
class RightsAndWordsTest {

    @Test
    void thePageIsForCityItAlone() throws IOException {
        try (var file = getClass().getResourceAsStream("/OSGI-INF/de.einsnull.sensors.admin.DevicesPage.xml")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"einsnull.page.path\" type=\"String\" value=\"verwaltung/geraete\"")
                    .contains("\"einsnull.page.access\" type=\"String\" value=\"admin\"");
        }
    }

    @Test
    void tablesAreForCityItAloneAndCommandsForStaffThatThePageLooksAtAgain() throws IOException {
        assertThat(component("table.DeviceTablePage"))
                .contains("\"einsnull.page.access\" type=\"String\" value=\"admin\"");
        assertThat(component("command.CommandsPage"))
                .contains("\"einsnull.page.access\" type=\"String\" value=\"staff\"");
    }

    private String component(String name) throws IOException {
        try (var file = getClass().getResourceAsStream("/OSGI-INF/de.einsnull.sensors.admin." + name + ".xml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void wordsAreInTheLanguageOfThePage() {
        var words = new Words(file -> getClass().getResource("/" + file));
        assertThat(words.text(Language.EN, "kind.soil")).isNotEqualTo(words.text(Language.DE, "kind.soil"));
        assertThat(words.text(Language.AR, "device.error.name")).isNotBlank();
        assertThat(words.text(Language.UK, "no.such.key")).isEqualTo("no.such.key");
        assertThat(words.has("kind.soil")).isTrue();
        assertThat(words.has("no.such.key")).isFalse();
    }

    /** A codec comes and goes while the page is open; one without a name is still offered. */
    @Test
    void modelsComeAndGoWithTheirCodecs() {
        var models = new Models();
        models.bindCodec(null, Map.of("sensors.model.id", "b-model"));
        models.bindCodec(null, Map.of("sensors.model.id", "a-model", "sensors.model.name", "A 1"));
        assertThat(models.all().toString()).isEqualTo("{a-model=A 1, b-model=b-model}");
        models.unbindCodec(null, Map.of("sensors.model.id", "a-model"));
        assertThat(models.all()).containsOnlyKeys("b-model");
    }
}
