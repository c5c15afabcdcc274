package de.einsnull.modules.console.ssh;

import de.einsnull.security.api.Secrets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Secrets for the time of a test. */
final class MemorySecrets implements Secrets {

    final Map<String, String> kept = new HashMap<>();

    @Override
    public Optional<String> read(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public String readOrCreate(String name) {
        return kept.computeIfAbsent(name, one -> "made up");
    }

    @Override
    public void write(String name, String secret) {
        kept.put(name, secret);
    }

    @Override
    public boolean remove(String name) {
        return kept.remove(name) != null;
    }

    @Override
    public Path file(String name) {
        return Path.of("/secrets", name);
    }
}
