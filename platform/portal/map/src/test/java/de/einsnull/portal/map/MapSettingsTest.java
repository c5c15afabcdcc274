package de.einsnull.portal.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A typing error in the settings must be told by name, not by a stack trace on the map page. */
class MapSettingsTest {

    private record Config(String styleUrl, String center, double zoom, String attribution, int staleAfterMinutes)
            implements MapConfig {
        @Override
        public Class<? extends Annotation> annotationType() {
            return MapConfig.class;
        }
    }

    private static MapSettings settings(String style, String center, double zoom) {
        return MapSettings.of(new Config(style, center, zoom, "", 90));
    }

    @Test
    void readsCentreAndZoom() {
        var settings = settings("", " 8.1436 , 51.8246 ", 14);

        assertThat(settings.longitude()).isEqualTo(8.1436);
        assertThat(settings.latitude()).isEqualTo(51.8246);
        assertThat(settings.staleAfter()).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> settings("", "8.1436", 14)).hasMessageContaining("center");
        assertThatThrownBy(() -> settings("", "8.1, 151.8", 14)).hasMessageContaining("center");
        assertThatThrownBy(() -> settings("http://tiles.example/style.json", "8,51", 14))
                .hasMessageContaining("styleUrl");
    }

    @Test
    void keepsTheZoomWithinWhatMapsHave() {
        assertThat(settings("", "8,51", 99).zoom()).isEqualTo(20);
        assertThat(settings("", "8,51", -4).zoom()).isZero();
    }
}
