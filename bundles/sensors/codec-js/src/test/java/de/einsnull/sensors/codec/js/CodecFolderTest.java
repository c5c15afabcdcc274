package de.einsnull.sensors.codec.js;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** City IT puts files into a folder and sees what became of them. */
class CodecFolderTest {

    private static final String CODEC =
            """
            uplinkDecoder:
              fileName: a.js
              examples:
                - description: three
                  input: {fPort: 1, bytes: [3]}
                  output: {data: {level: 3}}
            """;
    private static final String SCRIPT = "function decodeUplink(input) { return { data: { level: input.bytes[0] } }; }";

    @TempDir
    private Path folder;

    private final Scripts scripts = new Scripts();
    private final List<String> registered = new ArrayList<>();
    private final List<String> history = new ArrayList<>();
    private CodecFolder codecs;

    @AfterEach
    void end() {
        scripts.close();
    }

    private void look() throws IOException {
        if (codecs == null) {
            codecs = new CodecFolder(folder, scripts::program, this::register);
        }
        codecs.look();
        codecs.look();
    }

    private Runnable register(FileCodec codec) {
        registered.add(codec.file().model());
        history.add("+" + codec.file().name());
        return () -> {
            registered.remove(codec.file().model());
            history.add("-" + codec.file().name());
        };
    }

    private void write(String model, String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(model));
        Files.writeString(folder.resolve(model).resolve(file), text);
    }

    private CodecFolder.State state(String model) {
        return codecs.states().get(model);
    }

    @Test
    void aCodecWhoseExamplesAreRightIsUsedUntilItIsTakenAway() throws Exception {
        write("acme-level", "codec.yaml", CODEC);
        write("acme-level", "a.js", SCRIPT);
        look();
        assertThat(registered).containsExactly("acme-level");
        assertThat(state("acme-level")).isEqualTo(new CodecFolder.State("acme-level", 1, "", true));

        Files.delete(folder.resolve("acme-level/a.js"));
        Files.delete(folder.resolve("acme-level/codec.yaml"));
        Files.delete(folder.resolve("acme-level"));
        look();

        assertThat(registered).isEmpty();
        assertThat(codecs.states()).isEmpty();
    }

    @Test
    void aCodecWhoseExampleIsWrongIsNotUsedAndSaysWhy() throws Exception {
        write("acme-level", "codec.yaml", CODEC);
        write("acme-level", "a.js", SCRIPT.replace("bytes[0]", "bytes[0] * 2"));
        look();

        assertThat(registered).isEmpty();
        assertThat(state("acme-level").reason())
                .isEqualTo(
                        "an example does not come out right: 'three' should give {\"level\":3}, gives {\"level\":6}");
    }

    /** A bad update must not cost the readings that the version before understands. */
    @Test
    void anUpdateReplacesTheCodecAndABadOneDoesNot() throws Exception {
        write("acme-level", "codec.yaml", CODEC);
        write("acme-level", "a.js", SCRIPT);
        look();
        write("acme-level", "channels.yaml", "name: Better\n");
        look();
        assertThat(history).containsExactly("+acme-level", "+Better", "-acme-level");

        write("acme-level", "a.js", "function decodeUplink(input) { throw 'up'; }");
        look();

        assertThat(registered).containsExactly("acme-level");
        assertThat(state("acme-level").inUse()).isTrue();
        assertThat(state("acme-level").reason()).contains("it threw up");
    }

    @Test
    void whatIsStillBeingCopiedIsNotTouched() throws Exception {
        write("acme-level", "codec.yaml", CODEC);
        write("acme-level", "a.js", "");
        codecs = new CodecFolder(folder, scripts::program, this::register);
        codecs.look();
        write("acme-level", "a.js", SCRIPT);
        codecs.look();
        assertThat(codecs.states()).isEmpty();

        codecs.look();

        assertThat(registered).containsExactly("acme-level");
    }

    /** One that cannot be read says so, and the next one works. */
    @Test
    void aBadNeighbourHarmsNobody() throws Exception {
        write("acme-bad", "codec.yaml", "uplinkDecoder: {fileName: ../../secret.js, examples: [{output: {}}]}");
        write("acme-empty", "readme.txt", "nothing");
        write("acme-hostile", "codec.yaml", CODEC);
        write("acme-hostile", "a.js", "while (true) {}");
        write("Acme Level", "codec.yaml", CODEC);
        write("acme-level", "codec.yaml", CODEC);
        write("acme-level", "a.js", SCRIPT);
        Files.writeString(folder.resolve("notes.txt"), "no folder");
        look();

        assertThat(registered).containsExactly("acme-level");
        assertThat(state("acme-bad").reason()).contains("an example has no bytes");
        assertThat(state("acme-empty").reason()).isEqualTo("there is no file codec.yaml");
        assertThat(state("acme-hostile").reason()).contains("did not end");
        assertThat(state("Acme Level").reason()).contains("lower-case letters");
    }

    @Test
    void aFolderThatIsNotThereIsNoMistake() throws Exception {
        codecs = new CodecFolder(folder.resolve("none"), scripts::program, this::register);
        look();
        assertThat(codecs.states()).isEmpty();
    }
}
