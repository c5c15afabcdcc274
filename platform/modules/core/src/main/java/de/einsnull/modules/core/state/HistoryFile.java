package de.einsnull.modules.core.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.einsnull.modules.api.HistoryEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was done, one line of JSON each. The newest are kept in memory. Thread-safe. */
public final class HistoryFile {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryFile.class);
    private static final int IN_MEMORY = 2_000;
    private static final long LARGEST_FILE_BYTES = 8L << 20;
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;
    private final Deque<HistoryEntry> newest = new ArrayDeque<>();

    /** @param folder where it lies */
    public HistoryFile(Path folder) throws IOException {
        file = folder.resolve("history.jsonl");
        if (Files.exists(file)) {
            // Not as lines of UTF-8: one damaged byte would keep the whole administration from starting.
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().forEach(this::read);
        }
    }

    /** A line that a crash cut off is passed over: what it was about is undone at the start anyway. */
    private void read(String line) {
        if (line.isBlank()) {
            return;
        }
        try {
            remember(JSON.readValue(line, HistoryEntry.class));
        } catch (JsonProcessingException e) {
            LOG.warn("A line of {} cannot be read and is passed over: {}", file, e.getOriginalMessage());
        }
    }

    /** Adds an entry. When this returns, it is on the disk. */
    public synchronized void add(HistoryEntry entry) throws IOException {
        remember(entry);
        if (Files.exists(file) && Files.size(file) > LARGEST_FILE_BYTES) {
            Files.move(file, file.resolveSibling("history.1.jsonl"), StandardCopyOption.REPLACE_EXISTING);
        }
        // The line break comes first, so that a line cut off by a crash spoils only itself.
        SafeFiles.append(file, ("\n" + JSON.writeValueAsString(entry)).getBytes(StandardCharsets.UTF_8));
    }

    private void remember(HistoryEntry entry) {
        newest.addFirst(entry);
        if (newest.size() > IN_MEMORY) {
            newest.removeLast();
        }
    }

    /**
     * Entries, the newest first.
     *
     * @param module of one module, or of all
     * @param most largest number
     */
    public synchronized List<HistoryEntry> newest(Optional<String> module, int most) {
        return newest.stream()
                .filter(entry -> module.isEmpty() || entry.module().equals(module.get()))
                .limit(most)
                .toList();
    }
}
