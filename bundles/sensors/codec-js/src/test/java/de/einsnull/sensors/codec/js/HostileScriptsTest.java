package de.einsnull.sensors.codec.js;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script that somebody found on the web must not take the city's platform down. Each case brought another engine down. */
@Timeout(120)
class HostileScriptsTest {

    private final Scripts scripts = new Scripts();

    @AfterEach
    void end() {
        scripts.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "for (var i = 0; ; i++) { try { i = i; } catch (e) {} }",
                "/^(a+)+$/.test(new Array(40).join('a') + 'b');",
                "var s = ''; while (true) { console.log(new Array(10000).join('log')); }",
                "while (true) { java_invoke('quickjs4j_engine', 'args', '[]'); }"
            })
    void whatNeverEndsIsEnded(String body) throws Exception {
        var program = scripts.decoding("if (input.fPort === 2) {" + body + "} return { data: { fine: true } };");
        program.run(1, new byte[0], scripts.clock().instant());

        assertThatThrownBy(() -> Scripts.run(program))
                .isInstanceOfSatisfying(
                        ProgramException.class, e -> assertThat(e.isAbuse()).isTrue());
        assertThat(Threads.ofScripts(Duration.ofSeconds(5)))
                .as("threads that still run the script")
                .isZero();
        assertThat(program.run(1, new byte[0], scripts.clock().instant())
                        .data()
                        .get("fine")
                        .asBoolean())
                .isTrue();
    }

    /** Bounded at 16 MiB each: whatever it says in the end, the platform has its memory back. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "var a = new Array(1e7).fill(0); return { data: { length: a.length } };",
                "var a = Array.from({ length: 1e8 }); return { data: { length: a.length } };",
                "return { data: { text: JSON.stringify(new Array(1e8)) } };",
                "return { data: { text: 'x'.repeat(2e9) } };",
                "return { data: { text: String.fromCharCode.apply(null, { length: 1e8 }) } };",
                "var a = []; while (true) { a.push(new Array(1000).join('x')); }",
                "var s = 'x'; while (true) { s += s; }",
                "function f() { return f() + 1; } return { data: { depth: f() } };",
                "var f = function () { try { return f(); } finally { f(); } }; f();",
                "return { data: { text: new Array(200000).join('x') } };",
                "var a = {}; a.a = a; return { data: a };"
            })
    void whatWantsTooMuchGetsNothing(String body) throws Exception {
        var program = scripts.decoding("if (input.fPort === 2) {" + body + "} return { data: { fine: true } };");
        program.run(1, new byte[0], scripts.clock().instant());

        assertThatThrownBy(() -> Scripts.run(program)).isInstanceOf(ProgramException.class);
        assertThat(program.run(1, new byte[0], scripts.clock().instant())
                        .data()
                        .get("fine")
                        .asBoolean())
                .isTrue();
    }

    /** Files, network, environment, Java: there is nothing to reach for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "require('fs')",
                "fetch('http://127.0.0.1/')",
                "new XMLHttpRequest()",
                "java.lang.System.exit(1)",
                "Java.type('java.io.File')",
                "process.env",
                "java_invoke('other', 'function', '[]')"
            })
    void nothingLeadsOut(String call) throws Exception {
        var program = scripts.decoding("return { data: { got: String(" + call + ") } };");

        assertThatThrownBy(() -> Scripts.run(program)).isInstanceOf(ProgramException.class);
    }

    @Test
    void theUsualWayOutOfSandboxesEndsInsideIt() throws Exception {
        var output = Scripts.run(scripts.decoding("var all = ''.constructor.constructor('return this')();"
                + "return { data: { java: typeof all.java, process: typeof all.process } };"));

        assertThat(output.data().toString()).isEqualTo("{\"java\":\"undefined\",\"process\":\"undefined\"}");
    }

    /** Otherwise a device that sends every minute would hold up the others of its gateway for a second each time. */
    @Test
    void whoDoesItAgainAndAgainIsLeftAlone() throws Exception {
        var program = scripts.decoding("while (input.fPort === 2) {} return { data: {} };");
        program.run(1, new byte[0], scripts.clock().instant());
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> Scripts.run(program)).hasMessageContaining("did not end");
        }
        assertThatThrownBy(() -> program.run(1, new byte[0], scripts.clock().instant()))
                .hasMessageContaining("left alone until 2026-11-24T12:05:00Z");

        scripts.clock().advance(Duration.ofMinutes(5));
        assertThat(program.run(1, new byte[0], scripts.clock().instant()).errors())
                .isEmpty();
    }

    @Test
    void aScriptThatHangsWhileItIsLoadedIsEnded() {
        assertThatThrownBy(() -> Scripts.run(scripts.program("while (true) {}")))
                .hasMessageContaining("did not end");
    }
}
