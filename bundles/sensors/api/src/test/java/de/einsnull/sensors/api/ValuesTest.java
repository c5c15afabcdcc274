package de.einsnull.sensors.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Without these a mistake of a driver or an operator would end in the database instead of in a clear message. */
class ValuesTest {

    @Test
    void aNumberNeedsAUnitAndAFlagMustNotHaveOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> Channel.number("a", "", "urn:a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Channel("a", ValueType.BOOLEAN, "Cel", "urn:a", "a"))
                .withMessageContaining("UCUM");
        assertThat(Channel.flag("occupied", "urn:a").nameKey()).isEqualTo("sensors.channel.occupied");
    }

    @Test
    void aChannelIdIsUsableInAddressesAndKeys() {
        assertThatIllegalArgumentException().isThrownBy(() -> Channel.text("Tür offen", "urn:a"));
    }

    @Test
    void aPositionIsOnTheGlobe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(8.1, 91));
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(Double.NaN, 51.8));
    }

    @Test
    void aRegistrationSaysWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registration(" ", Kinds.SOIL))
                .withMessageContaining("name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registration("Baum", "Soil Sensor"))
                .withMessageContaining("kind");
        assertThat(registration("Baum", Kinds.SOIL).name()).isEqualTo("Baum");
    }

    @Test
    void everyChannelHasAnObservedProperty() {
        assertThat(Channels.observedProperty(Channels.OCCUPIED)).isEqualTo(ObservedProperties.PARKING_OCCUPIED);
        assertThat(Channels.observedProperty("noise_level")).isEqualTo("urn:einsnull:property:noise-level");
    }

    @Test
    void pagesAreBounded() {
        assertThatIllegalArgumentException().isThrownBy(() -> ObservationQuery.newest(Page.MAX + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThingQuery(java.util.Set.of(), Optional.empty(), "", true, -1, 1));
    }

    private static DeviceRegistration registration(String name, String kind) {
        return new DeviceRegistration(
                "lorawan", "A84041", "m", name, "", kind, "", Optional.empty(), true, "", false, Map.of());
    }
}
