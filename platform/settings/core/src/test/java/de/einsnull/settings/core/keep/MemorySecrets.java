package de.einsnull.settings.core.keep;

import de.einsnull.security.api.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Secrets in memory. */
public final class MemorySecrets implements Secrets {

    final Map<String, String> all = new TreeMap<>();

    /** How many more fit on the disk. */
    int room = Integer.MAX_VALUE;

    @Override
    public Optional<String> read(String name) {
        return Optional.ofNullable(all.get(name));
    }

    @Override
    public String readOrCreate(String name) {
        return all.computeIfAbsent(name, other -> "made up");
    }

    @Override
    public void write(String name, String secret) throws IOException {
        if (room-- <= 0) {
            throw new IOException("No space left on device");
        }
        all.put(name, secret);
    }

    @Override
    public boolean remove(String name) {
        return all.remove(name) != null;
    }

    @Override
    public Path file(String name) {
        return Path.of(name);
    }
}
