package de.einsnull.guard.core;

import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.Quarantine;
import de.einsnull.health.api.Sentence;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers quarantines in a folder, one properties file each, so that they outlive the process. A file that cannot be
 * written is logged: the quarantine then holds by the framework's own memory of what is stopped.
 */
final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final String ENDING = ".properties";

    private final Path folder;

    Ledger(Path folder) {
        this.folder = folder;
    }

    void write(Quarantine one) {
        var properties = new Properties();
        properties.setProperty("bundle", Long.toString(one.bundleId()));
        properties.setProperty("name", one.symbolicName());
        properties.setProperty("version", one.version());
        properties.setProperty("since", one.since().toString());
        properties.setProperty("kind", one.kind().name());
        properties.setProperty("strikes", Integer.toString(one.strikes()));
        properties.setProperty("where", one.where());
        properties.setProperty("cause", one.cause());
        try {
            Files.createDirectories(folder);
            var text = new StringWriter();
            properties.store(text, one.english());
            var unfinished = folder.resolve(file(one) + ".part");
            Files.writeString(unfinished, text.toString());
            Files.move(unfinished, folder.resolve(file(one)), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.error("The quarantine of {} cannot be written to {}", one.symbolicName(), folder, e);
        }
    }

    void delete(Quarantine one) {
        try {
            Files.deleteIfExists(folder.resolve(file(one)));
        } catch (IOException e) {
            LOG.error("The quarantine of {} cannot be removed from {}", one.symbolicName(), folder, e);
        }
    }

    /** What was written; files that cannot be read are left alone and logged. */
    List<Quarantine> read() {
        var all = new ArrayList<Quarantine>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (var files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (var file : files) {
                try {
                    all.add(parse(Files.readString(file)));
                } catch (IOException | RuntimeException e) {
                    LOG.error("{} cannot be read and is ignored", file, e);
                }
            }
        } catch (IOException e) {
            LOG.error("{} cannot be read: modules in quarantine may start", folder, e);
        }
        return all;
    }

    private static Quarantine parse(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        return new Quarantine(
                Long.parseLong(properties.getProperty("bundle")),
                properties.getProperty("name"),
                properties.getProperty("version"),
                Instant.parse(properties.getProperty("since")),
                Kind.valueOf(properties.getProperty("kind")),
                Integer.parseInt(properties.getProperty("strikes")),
                properties.getProperty("where", ""),
                properties.getProperty("cause", ""),
                true,
                "",
                "",
                Sentence.NONE);
    }

    private static String file(Quarantine one) {
        return (one.symbolicName() + "-" + one.version()).replaceAll("[^A-Za-z0-9._-]", "_") + ENDING;
    }
}
