package de.einsnull.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationsTest {

    private @interface Door {
        int port() default 1883;

        String[] topics() default {"sensors/#"};

        String password();
    }

    @Test
    void whatIsNotSetHasItsDefault() {
        var door = Configurations.of(Door.class, Map.of("port", 18_830));
        assertThat(door.port()).isEqualTo(18_830);
        assertThat(door.topics()).containsExactly("sensors/#");
        assertThat(Configurations.defaults(Door.class).password()).isNull();
    }

    /** Else a test goes on with the default after somebody renamed the setting. */
    @Test
    void aNameThatIsNoSettingIsRefused() {
        assertThatThrownBy(() -> Configurations.of(Door.class, Map.of("prot", 1)))
                .hasMessage("Door has no [prot]");
    }
}
