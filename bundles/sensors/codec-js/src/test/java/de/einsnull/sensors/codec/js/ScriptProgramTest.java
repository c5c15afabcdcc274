package de.einsnull.sensors.codec.js;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these a script of the repository would show other values here than in the network server. */
class ScriptProgramTest {

    private final Scripts scripts = new Scripts();

    @AfterEach
    void end() {
        scripts.close();
    }

    @Test
    void aScriptSeesWhatNetworkServersShowIt() throws Exception {
        var output = Scripts.run(
                scripts.decoding(
                        """
                return {
                  data: { port: input.fPort, sum: input.bytes[0] + input.bytes[1], list: Array.isArray(input.bytes),
                          day: input.recvTime.toISOString(), isDate: input.recvTime instanceof Date },
                  warnings: ['low']
                };"""));

        assertThat(output.data().toString())
                .isEqualTo(
                        "{\"port\":2,\"sum\":255,\"list\":true,\"day\":\"2026-11-24T12:00:00.000Z\",\"isDate\":true}");
        assertThat(output.warnings()).containsExactly("low");
        assertThat(output.errors()).isEmpty();
    }

    /** Many scripts of the repository are not strict: they use variables that nobody declared. */
    @Test
    void aScriptNeedNotBeStrict() throws Exception {
        var output = Scripts.run(
                scripts.program("x = 010; function decodeUplink(input) { y = x; return { data: { y: y } }; }"));

        assertThat(output.data().get("y").asInt()).isEqualTo(8);
    }

    /** Else one sensor would show another one's values. */
    @Test
    void noCallKnowsOfAnother() throws Exception {
        var program = scripts.program(
                """
                var count = 0;
                function decodeUplink(input) {
                  count++;
                  globalThis.kept = (globalThis.kept || 0) + 1;
                  Array.prototype.kept = (Array.prototype.kept || 0) + 1;
                  return { data: { count: count, kept: globalThis.kept, proto: [].kept } };
                }""");
        for (int i = 0; i < 3; i++) {
            assertThat(Scripts.run(program).data().toString()).isEqualTo("{\"count\":1,\"kept\":1,\"proto\":1}");
        }
        assertThat(scripts.waiting()).isEqualTo(1);
    }

    /** A result that is not given must not be that of the call before. */
    @Test
    void whoGivesNothingHasNothing() throws Exception {
        var program = scripts.program(
                """
                var real = Promise.resolve;
                var broken = false;
                Promise.resolve = function (value) {
                  return broken ? { then: function () {} } : real.call(Promise, value);
                };
                function decodeUplink(input) {
                  broken = input.bytes[0] === 2;
                  return { data: { secret: 1 } };
                }""");
        Scripts.run(program);

        assertThatThrownBy(() -> program.run(2, new byte[] {2}, scripts.clock().instant()))
                .hasMessageContaining("gave no object");
    }

    @Test
    void whatItThrowsIsSaidAndHarmsNothing() throws Exception {
        var program = scripts.decoding("if (input.fPort === 2) { throw new Error('bad port'); } return { data: {} };");

        assertThatThrownBy(() -> Scripts.run(program)).hasMessage("it threw Error: bad port");
        assertThat(scripts.waiting()).isEqualTo(1);
        assertThat(program.run(1, new byte[0], scripts.clock().instant()).data())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"return 5;", "return null;", "", "return 'x';", "return [1];"})
    void anAnswerThatIsNoObjectIsRefused(String body) {
        assertThatThrownBy(() -> Scripts.run(scripts.decoding(body)))
                .isInstanceOf(ProgramException.class)
                .hasMessageContaining("gave no object");
    }

    @Test
    void aMistakeInAScriptIsSaidAsTheEngineSaysIt() {
        assertThatThrownBy(() -> Scripts.run(scripts.program("function decodeUplink( {")))
                .hasMessage("it cannot be loaded: Error: invalid property name");
        assertThatThrownBy(() -> Scripts.run(scripts.program("function decode() {}")))
                .hasMessageContaining("it has no function decodeUplink");
    }

    @Test
    void errorsOfAScriptAreKept() throws Exception {
        var output = Scripts.run(scripts.decoding("return { errors: ['unknown port', 'and more'] };"));

        assertThat(output.errors()).containsExactly("unknown port", "and more");
    }

    /** The figure that the documentation gives is far above this: it must not become unusable by accident. */
    @Test
    void aHundredPayloadsNeedNoCoffeeBreak() throws Exception {
        var program = scripts.decoding("return { data: { a: input.bytes[0] } };");
        for (int i = 0; i < 20; i++) {
            Scripts.run(program);
        }
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            Scripts.run(program);
        }
        assertThat((System.nanoTime() - begin) / 1_000_000).as("milliseconds").isLessThan(10_000);
        assertThat(scripts.waiting()).as("the same sandbox all the time").isEqualTo(1);
    }
}
