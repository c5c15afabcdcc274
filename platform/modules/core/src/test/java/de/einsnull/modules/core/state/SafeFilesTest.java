package de.einsnull.modules.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is installed is known from one file: after a power cut it is the old one or the new one. */
class SafeFilesTest {

    @TempDir
    private Path folder;

    @Test
    void theNewContentTakesThePlaceOfTheOld() throws IOException {
        Path file = folder.resolve("state.json");
        SafeFiles.replace(file, bytes("a long first content"));
        SafeFiles.replace(file, bytes("second"));
        assertThat(file).hasContent("second");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    /** The power went while the file before was being written. */
    @Test
    void whatACrashLeftBehindDoesNotMixIn() throws IOException {
        Path file = folder.resolve("state.json");
        Files.writeString(folder.resolve("state.json.part"), "{ half of a long file that was never finished");
        SafeFiles.replace(file, bytes("{}"));
        assertThat(file).hasContent("{}");
    }

    /** A disk that is full or gone must not cost what was there. */
    @Test
    void whenItCannotBeWrittenTheOldStays() throws IOException {
        Path file = folder.resolve("state.json");
        SafeFiles.replace(file, bytes("old"));
        Files.createDirectory(folder.resolve("state.json.part"));
        assertThatThrownBy(() -> SafeFiles.replace(file, bytes("new"))).isInstanceOf(IOException.class);
        assertThat(file).hasContent("old");
    }

    @Test
    void linesAreAddedAtTheEnd() throws IOException {
        Path file = folder.resolve("history.jsonl");
        SafeFiles.append(file, bytes("one\n"));
        SafeFiles.append(file, bytes("two\n"));
        assertThat(file).hasContent("one\ntwo\n");
    }

    @Test
    void aFinishedFileIsMovedNotCopied() throws IOException {
        Path from = Files.writeString(folder.resolve("staged"), "archive");
        Path to = folder.resolve("kept");
        SafeFiles.adopt(from, to);
        assertThat(to).hasContent("archive");
        assertThat(from).doesNotExist();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
