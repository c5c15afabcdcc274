package de.einsnull.sensors.codec.js;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The codecs of a folder of folders. What was put in or changed is used when its own examples come out right; otherwise the
 * reason is kept, and an older version of the codec goes on being used. For one thread, but for {@link #states}.
 */
final class CodecFolder {

    /** Codecs beyond are not used. */
    static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(CodecFolder.class);
    private static final String GONE = "";

    /**
     * What became of a folder.
     *
     * @param name name of the model for people
     * @param channels how many channels it has
     * @param reason why what is in the folder now is not used, empty if it is
     * @param inUse whether it is used, or an older version of it
     */
    record State(String name, int channels, String reason, boolean inUse) {}

    private record Used(FileCodec codec, Runnable withdrawal) {
        void end() {
            withdrawal.run();
            codec.close();
        }
    }

    private final Path folder;
    private final Function<CodecFile, Program> programs;
    private final Function<FileCodec, Runnable> registry;
    private final Map<String, Used> used = new HashMap<>();
    private final Map<String, String> tried = new HashMap<>();
    private final Map<String, String> seen = new HashMap<>();
    private volatile Map<String, State> states = Map.of();

    /**
     * A folder.
     *
     * @param folder need not exist
     * @param programs makes the program of a codec
     * @param registry lets the platform use a codec; what it gives ends that
     */
    CodecFolder(Path folder, Function<CodecFile, Program> programs, Function<FileCodec, Runnable> registry) {
        this.folder = folder;
        this.programs = programs;
        this.registry = registry;
    }

    /** What became of each folder, by model. */
    Map<String, State> states() {
        return states;
    }

    /** Tries what is new and withdraws what is gone. A folder that is still being written to is left for the next look. */
    void look() throws IOException {
        var now = signatures();
        var next = new TreeMap<>(states);
        for (String gone : Set.copyOf(tried.keySet())) {
            if (!now.containsKey(gone)) {
                withdraw(gone);
                next.remove(gone);
            }
        }
        now.forEach((model, signature) -> {
            boolean isQuiet = signature.equals(seen.getOrDefault(model, GONE));
            if (isQuiet && !signature.equals(tried.get(model))) {
                tried.put(model, signature);
                next.put(model, attempt(model));
            }
        });
        seen.clear();
        seen.putAll(now);
        states = Map.copyOf(next);
    }

    private State attempt(String model) {
        FileCodec codec = null;
        try {
            var file = CodecFile.read(folder.resolve(model));
            codec = new FileCodec(file, programs.apply(file));
            var mistake = codec.mistake();
            if (mistake.isEmpty()) {
                use(model, codec);
                return new State(file.name(), file.fields().size(), "", true);
            }
            codec.close();
            return refused(model, file.name(), "an example does not come out right: " + mistake.get());
        } catch (IOException e) {
            return refused(model, model, "its files cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException | IllegalStateException e) {
            if (codec != null) {
                codec.close();
            }
            return refused(model, model, e.getMessage());
        }
    }

    private State refused(String model, String name, String reason) {
        LOG.warn("The codec in {} is not used: {}", folder.resolve(model), reason);
        return new State(name, 0, reason, used.containsKey(model));
    }

    /** The new one is there before the old one goes, so that no payload meets none. */
    private void use(String model, FileCodec codec) {
        var before = used.get(model);
        used.put(model, new Used(codec, registry.apply(codec)));
        if (before != null) {
            before.end();
        }
        LOG.info("The codec in {} passed its examples and is used", folder.resolve(model));
    }

    private void withdraw(String model) {
        tried.remove(model);
        var before = used.remove(model);
        if (before != null) {
            before.end();
            LOG.info("The codec in {} was taken away", folder.resolve(model));
        }
    }

    /** Withdraws all. */
    void close() {
        used.values().forEach(Used::end);
        used.clear();
        tried.clear();
        states = Map.of();
    }

    private Map<String, String> signatures() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .limit(MOST)
                    .collect(Collectors.toMap(path -> path.getFileName().toString(), CodecFolder::signature));
        }
    }

    /** Names, sizes and times of the files: what changes when somebody changes something. */
    private static String signature(Path model) {
        try (Stream<Path> inside = Files.list(model)) {
            List<String> files =
                    inside.sorted().limit(MOST).map(CodecFolder::fingerprint).toList();
            return String.join("|", files) + "|";
        } catch (IOException | UncheckedIOException e) {
            // It goes away just now, or will be said when it is read.
            LOG.debug("{} cannot be listed", model, e);
            return "unreadable";
        }
    }

    private static String fingerprint(Path file) {
        try {
            return file.getFileName() + ":" + Files.size(file) + ":"
                    + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
