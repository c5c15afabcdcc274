package de.einsnull.search.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The name under which this node gets changes from the bus: made once, kept beside the index. */
final class NodeName {

    private NodeName() {}

    static String in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("node");
        if (!Files.exists(file)) {
            Files.writeString(file, UUID.randomUUID().toString().substring(0, 8));
        }
        String name = Files.readString(file).strip();
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new IOException(file + " does not hold the name of a node; delete it to get a new one");
        }
        return name;
    }
}
