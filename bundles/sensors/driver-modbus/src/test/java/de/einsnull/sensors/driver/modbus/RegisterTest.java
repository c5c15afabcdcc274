package de.einsnull.sensors.driver.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.ValueType;
import de.einsnull.sensors.api.driver.Reading;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these a bill would be wrong by a factor of ten, or of 65,536. */
class RegisterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "'x = holding 0, kWh', 0102, 258",
        "'x = holding 0 int16, kWh', fffe, -2",
        "'x = holding 0 uint16 * 0.1, kWh', fffe, 6553.4",
        "'x = holding 0 uint32, kWh', 00010002, 65538",
        "'x = holding 0 uint32 CDAB, kWh', 00020001, 65538",
        "'x = holding 0 uint32 BADC, kWh', 01000200, 65538",
        "'x = holding 0 uint32 DCBA, kWh', 02000100, 65538",
        "'x = holding 0 int32, kWh', ffffffff, -1",
        "'x = holding 0 float32, W', 43668000, 230.5",
        "'x = holding 0 float32 CDAB, W', 80004366, 230.5",
        "'x = holding 0 int64, W', ffffffffffffff9c, -100",
        "'x = holding 0 uint64, W', 8000000000000000, 9223372036854775808",
        "'x = holding 0 uint64 CDAB, W', 00010000000000ff, 71776119061217281",
        "'x = holding 0 float64, W', 4059000000000000, 100"
    })
    void numbersAreReadInEveryTypeAndOrder(String line, String hex, double expected) {
        var register = Register.parse(line);
        var bytes = HexFormat.of().parseHex(hex);
        assertThat(register.length() * 2).isEqualTo(bytes.length);

        var value = read(register, bytes).orElseThrow().value();

        assertThat(((Value.Quantity) value).number()).isEqualTo(expected);
    }

    @Test
    void bitsAreTruthValues() {
        var door = Register.parse("door_open = holding 7 bit 4, boolean");

        assertThat(door.channel().type()).isEqualTo(ValueType.BOOLEAN);
        assertThat(read(door, new byte[] {0, 0x10}).orElseThrow().value()).isEqualTo(Value.of(true));
        assertThat(read(door, new byte[] {0x10, 0}).orElseThrow().value()).isEqualTo(Value.of(false));
        assertThat(read(Register.parse("a = coil 3, boolean"), new byte[] {1})
                        .orElseThrow()
                        .value())
                .isEqualTo(Value.of(true));
    }

    /** 0xFFFF is what many meters send for a value they do not have. */
    @Test
    void whatCannotBeIsNoMeasurement() {
        assertThat(read(Register.parse("x = input 0 * 0.1, Cel, -50..60"), new byte[] {-1, -1}))
                .isEmpty();
        assertThat(read(
                        Register.parse("x = input 0 float32, Cel"),
                        HexFormat.of().parseHex("7fc00000")))
                .isEmpty();
    }

    @Test
    void aLineMayNameAnObservedProperty() {
        assertThat(Register.parse("x = input 12 uint32 CDAB * 0.001, kW, 0..100, urn:example:x")
                        .channel())
                .isEqualTo(Channel.number("x", "kW", "urn:example:x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "x = holding, W",
                "x = holding 1",
                "x = table 1, W",
                "x = holding 70000, W",
                "x = holding 65535 uint32, W",
                "x = holding 1 int8, W",
                "x = holding 1 bit 16, boolean",
                "x = holding 1 bit 3, W",
                "x = holding 1, boolean",
                "x = coil 1, W",
                "X = holding 1, W"
            })
    void aMistakeIsSaid(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Register.parse(line))
                .withMessageMatching("(?s).{20,}");
    }

    /** Devices refuse registers they do not have, so only neighbours are asked for together, and not too many. */
    @Test
    void neighboursAreAskedForTogether() {
        var blocks = Block.of(List.of(
                Register.parse("d = input 9, W"),
                Register.parse("a = holding 2 uint32, W"),
                Register.parse("b = holding 0 uint32, W"),
                Register.parse("c = holding 5, W"),
                Register.parse("e = holding 2, W")));

        assertThat(blocks).extracting(Block::toString).containsExactly("holding 0 to 3", "holding 5", "input 9");
        var many = IntStream.range(0, 130)
                .mapToObj(i -> Register.parse("r" + i + " = holding " + i + ", W"))
                .toList();
        assertThat(Block.of(many)).extracting(Block::count).containsExactly(125, 5);
    }

    @Test
    void unitsHaveAnIdAndAName() {
        assertThat(Unit.parse(" 3 = pump-2 , Pump 2, west ")).isEqualTo(new Unit(3, "pump-2", "Pump 2, west"));
        assertThat(Unit.parse("1=a")).isEqualTo(new Unit(1, "a", ""));
        for (String wrong : List.of("", "a", "x = a", "256 = a", "1 =", "1 = , b")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Unit.parse(wrong));
        }
    }

    private static Optional<Reading> read(Register register, byte[] bytes) {
        var block = new Block(register.table(), register.address(), register.length(), List.of(register));
        return register.reading(new Block.Data(block, bytes), NOW);
    }
}
