package de.einsnull.sensors.codec.js;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A byte read the wrong way round is a flood that nobody sees, or one that does not exist. */
class LayoutTest {

    private static String run(String values, int length, String hex) {
        var layout = new Layout(Yamls.read("[{length: " + length + ", values: [" + values + "]}]"));
        return layout.run(1, HexFormat.of().parseHex(hex), Instant.EPOCH).data().toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    uint8    | big    | FE       | 254.0
                    int8     | big    | FE       | -2.0
                    uint16   | big    | FFFE     | 65534.0
                    uint16   | little | FEFF     | 65534.0
                    int16    | big    | FFFE     | -2.0
                    uint24   | big    | 010203   | 66051.0
                    uint24   | little | 030201   | 66051.0
                    uint24   | little | 030281   | 8454659.0
                    uint32   | big    | FFFFFFFE | 4.294967294E9
                    int32    | little | FEFFFFFF | -2.0
                    float32  | big    | 41480000 | 12.5
                    float32  | big    | 7FC00000 |
                    """)
    void numbersAreReadAsTheirTypeSays(String type, String order, String hex, String number) {
        assertThat(run("{name: a, at: 0, type: " + type + ", order: " + order + "}", hex.length() / 2, hex))
                .isEqualTo(number == null ? "{}" : "{\"a\":" + number + "}");
    }

    @Test
    void factorsAddNoDigits() {
        assertThat(run("{name: a, at: 0, type: uint16, factor: 0.1, offset: -40}", 2, "FFFE"))
                .isEqualTo("{\"a\":6513.4}");
    }

    @Test
    void bitsCountFromTheLowest() {
        assertThat(run("{name: a, at: 0, bit: 0}, {name: b, at: 0, bit: 7}", 1, "80"))
                .isEqualTo("{\"a\":false,\"b\":true}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{length: 2, values: [{name: a, at: 1, type: uint16}]}]",
                "[{length: 2, values: [{name: a, type: uint16}]}]",
                "[{length: 2, values: [{at: 0}]}]",
                "[{length: 2, values: [{name: a, at: 0, bit: 8}]}]",
                "[{length: 2, values: [{name: a, at: 0, type: long}]}]",
                "[{length: 2, values: [{name: a, at: 0, factor: much}]}]",
                "[{values: [{name: a, at: 0}]}]",
                "[{length: 2}]"
            })
    void whatCannotBeIsRefused(String layout) {
        assertThatThrownBy(() -> new Layout(Yamls.read(layout))).isInstanceOf(IllegalArgumentException.class);
    }
}
