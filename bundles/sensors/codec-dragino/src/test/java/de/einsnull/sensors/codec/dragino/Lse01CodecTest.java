package de.einsnull.sensors.codec.dragino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.testkit.CodecCheck;
import org.junit.jupiter.api.Test;

/** Without these a tree could be watered, or left dry, because of a wrong number. */
class Lse01CodecTest {

    private final CodecCheck check = new CodecCheck(new Lse01Codec());

    @Test
    void publishedExamplesComeOutAsPublished() {
        check.vectorsComeOutAsPublished();
    }

    @Test
    void everyReadingHasADeclaredChannelWithItsUnit() {
        check.readingsAreDeclared();
    }

    @Test
    void noBytesWhatsoeverMakeItFailInAnyOtherWay() {
        check.survivesAnyBytes();
    }

    @Test
    void soilBelowFreezingIsNegative() throws Exception {
        // The manual subtracts 0xFFFF and gets -1.29; two's complement, which the sensor uses, gives -1.30.
        assertThat(check.decode(2, "0B450000 05DC FF7E 00C8 00"))
                .filteredOn(r -> r.channel().equals("soil_temperature"))
                .singleElement()
                .satisfies(r -> assertThat(r.value()).isEqualTo(Value.of(-1.30)));
    }

    @Test
    void otherPortsCarryNoReadings() throws Exception {
        assertThat(check.decode(5, "01")).isEmpty();
    }

    @Test
    void theOperatorReadsWhatIsWrongWithAFrame() {
        assertThatThrownBy(() -> check.decode(2, "CE29")).hasMessageContaining("11 bytes");
    }
}
