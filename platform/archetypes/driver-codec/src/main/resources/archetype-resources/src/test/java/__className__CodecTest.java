package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.testkit.CodecCheck;
import org.junit.jupiter.api.Test;

class ${className}CodecTest {

    private final CodecCheck check = new CodecCheck(new ${className}Codec());

    /** The examples come out as published, all readings are declared, and no bytes whatsoever make it fail. */
    @Test
    void keepsTheContractOfCodecs() {
        check.all();
    }

    @Test
    void frostIsNegative() throws Exception {
        assertThat(check.decode(1, "FF9C 0258")).first().satisfies(temperature -> assertThat(temperature.value())
                .isEqualTo(Value.of(-1.0)));
    }
}
