package de.einsnull.data.jpa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** Secrets as files that only the platform's user can read. */
record SecretFile(Path directory) {

    private static final int RANDOM_BYTES = 24;

    static SecretFile in(UnaryOperator<String> property) {
        var secrets = property.apply("einsnull.secrets");
        if (secrets != null) {
            return new SecretFile(Path.of(secrets));
        }
        var data = property.apply("karaf.data");
        return new SecretFile(Path.of(data == null ? "data" : data, "secrets"));
    }

    /** The content, empty if there is no such file. */
    String read(String name) throws IOException {
        try {
            return Files.readString(directory.resolve(name)).strip();
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** The content; a random one is made if there is no such file. */
    String readOrCreate(String name) throws IOException {
        var content = read(name);
        return content.isEmpty() ? create(directory.resolve(name)) : content;
    }

    private String create(Path file) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        var random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        // Written beside and moved, so that a crash never leaves half a secret that locks the database for good.
        var part = Files.createTempFile(
                directory,
                file.getFileName().toString(),
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, secret);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return secret;
    }
}
