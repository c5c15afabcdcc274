package de.einsnull.search.core.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes of a node in one folder: the one that answers and, while everything is read anew, the one that grows beside
 * it. The file {@code current} names the one that answers. Thread-safe.
 */
public final class Shelf implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private static final String CURRENT = "current";

    /** Opens the folder of an index; tests let it fail. */
    @FunctionalInterface
    public interface Opening {
        Directory open(Path folder) throws IOException;
    }

    private final Path folder;
    private final Opening opening;
    private final Analyzer analyzer;
    private volatile Slot answering;
    private volatile Slot growing;
    private volatile boolean foreign;

    private record Slot(String name, NodeIndex index) {}

    /**
     * Opens the index that answered last. One that is damaged is thrown away; one of another schema answers until the new
     * one has grown.
     *
     * @throws IOException if the folder cannot be used
     */
    public Shelf(Path folder, Opening opening, Analyzer analyzer) throws IOException {
        this.folder = folder;
        this.opening = opening;
        this.analyzer = analyzer;
        Files.createDirectories(folder);
        String name = current().orElse("index-1");
        removeOthersThan(name);
        answering = openOrReplace(name);
        setCurrent(answering.name());
        if (answering.index().isForeign()) {
            foreign = true;
            grow();
        }
    }

    private Slot openOrReplace(String name) throws IOException {
        try {
            return open(name);
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("The search index {} is damaged and is built anew", folder.resolve(name), e);
            String next = after(name);
            var fresh = open(next);
            delete(folder.resolve(name));
            return fresh;
        }
    }

    private Slot open(String name) throws IOException {
        return new Slot(name, NodeIndex.open(opening.open(folder.resolve(name)), analyzer));
    }

    private static String after(String name) {
        return "index-" + (Integer.parseInt(name.substring(name.indexOf('-') + 1)) + 1);
    }

    /** Answers questions. */
    public NodeIndex answering() {
        return answering.index();
    }

    /** Gets what is read from the sources. */
    public NodeIndex filling() {
        var grows = growing;
        return grows == null ? answering.index() : grows.index();
    }

    /** All that follow changes. */
    public List<NodeIndex> following() {
        var grows = growing;
        if (grows == null) {
            return List.of(answering.index());
        }
        return foreign ? List.of(grows.index()) : List.of(answering.index(), grows.index());
    }

    /** Whether a new index grows beside the one that answers. */
    public boolean isGrowing() {
        return growing != null;
    }

    /** Begins a new index; one that grows already goes on. */
    public synchronized void grow() throws IOException {
        if (growing == null) {
            String name = after(answering.name());
            delete(folder.resolve(name));
            growing = open(name);
        }
    }

    /** Lets the index that has grown answer, and removes the old one. */
    public synchronized void exchange() throws IOException {
        if (growing == null) {
            return;
        }
        growing.index().commit();
        growing.index().refresh();
        setCurrent(growing.name());
        var old = answering;
        answering = growing;
        growing = null;
        foreign = false;
        old.index().close();
        delete(folder.resolve(old.name()));
    }

    private Optional<String> current() throws IOException {
        Path file = folder.resolve(CURRENT);
        return Files.exists(file)
                ? Optional.of(Files.readString(file).strip()).filter(name -> name.matches("index-\\d{1,9}"))
                : Optional.empty();
    }

    private void setCurrent(String name) throws IOException {
        Path part = folder.resolve(CURRENT + ".part");
        Files.writeString(part, name);
        Files.move(part, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void removeOthersThan(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isDirectory).toList()) {
                if (!file.getFileName().toString().equals(name)) {
                    delete(file);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            if (growing != null) {
                growing.index().close();
            }
        } finally {
            answering.index().close();
        }
    }
}
