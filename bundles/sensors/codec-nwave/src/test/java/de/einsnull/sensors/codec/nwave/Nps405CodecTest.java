package de.einsnull.sensors.codec.nwave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.testkit.CodecCheck;
import org.junit.jupiter.api.Test;

/** Without these drivers would be sent to bays that are taken. */
class Nps405CodecTest {

    private final CodecCheck check = new CodecCheck(new Nps405Codec());

    @Test
    void publishedExamplesComeOutAsPublished() {
        check.vectorsComeOutAsPublished();
    }

    @Test
    void everyReadingHasADeclaredChannelWithItsUnit() throws Exception {
        check.readingsAreDeclared();
        assertThat(check.decode(2, "00D3D800590B")).hasSize(3);
    }

    @Test
    void noBytesWhatsoeverMakeItFailInAnyOtherWay() {
        check.survivesAnyBytes();
    }

    @Test
    void theTagOfADriverIsNotRead() throws Exception {
        assertThat(check.decode(10, "D11F345678")).singleElement().satisfies(r -> assertThat(r.channel())
                .isEqualTo("occupied"));
    }

    @Test
    void debugMessagesCarryNoReadings() throws Exception {
        assertThat(check.decode(6, "0102")).isEmpty();
    }

    @Test
    void theOperatorReadsWhatIsWrongWithAFrame() {
        assertThatThrownBy(() -> check.decode(2, "00")).hasMessageContaining("bytes or more");
    }
}
