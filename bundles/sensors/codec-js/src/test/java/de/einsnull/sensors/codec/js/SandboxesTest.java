package de.einsnull.sensors.codec.js;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each sandbox costs memory: a city with a hundred models must not need a hundred of them at once. */
class SandboxesTest {

    private final Scripts scripts = new Scripts();

    @AfterEach
    void end() {
        scripts.close();
    }

    @Test
    void onlyAFewWaitAndNobodyNotices() throws Exception {
        List<ScriptProgram> programs = IntStream.range(0, 6)
                .mapToObj(i -> scripts.decoding("return { data: { number: " + i + " } };"))
                .toList();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < programs.size(); i++) {
                assertThat(Scripts.run(programs.get(i)).data().get("number").asInt())
                        .isEqualTo(i);
            }
        }
        assertThat(scripts.waiting()).isEqualTo(4);
    }

    @Test
    void aProgramThatIsUsedNoMoreLeavesNothingBehind() throws Exception {
        var program = scripts.decoding("return { data: {} };");
        Scripts.run(program);
        assertThat(scripts.waiting()).isEqualTo(1);

        program.close();

        assertThat(scripts.waiting()).isZero();
    }

    /** What a script made grow stays grown: such a sandbox is not kept. */
    @Test
    void aSandboxThatGrewIsNotKept() throws Exception {
        var program = scripts.decoding("var a = new Uint8Array(6000000); return { data: { length: a.length } };");

        assertThat(Scripts.run(program).data().get("length").asInt()).isEqualTo(6_000_000);
        assertThat(scripts.waiting()).isZero();
    }
}
