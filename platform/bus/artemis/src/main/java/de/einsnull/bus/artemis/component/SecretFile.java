package de.einsnull.bus.artemis.component;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** A password in a file that only its owner can read, made up when it is first needed. */
final class SecretFile {

    private static final String DIRECTORY = "einsnull.secrets";
    private static final int RANDOM_BYTES = 24;

    private final Path file;

    SecretFile(Path file) {
        this.file = file;
    }

    /** The file {@code mqtt-<name>} in the directory of secrets. */
    static SecretFile inSecrets(String name) throws IOException {
        var directory = System.getProperty(DIRECTORY);
        if (directory == null) {
            throw new IOException("The account '" + name + "' of the bus has no password, and there is no directory"
                    + " for secrets to keep a generated one (system property " + DIRECTORY + ")");
        }
        if (!name.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IOException("Not a name for an account of the bus: '" + name + "'");
        }
        return new SecretFile(Path.of(directory, "mqtt-" + name));
    }

    /** The content of the file {@code broker-password}, or empty if there is none. */
    static String brokerPassword() {
        var file = Path.of(System.getProperty(DIRECTORY, "secrets"), "broker-password");
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read the password of the external broker from " + file, e);
        }
    }

    String read() throws IOException {
        if (!Files.exists(file)) {
            create();
        }
        var text = Files.readString(file).strip();
        if (text.isEmpty()) {
            throw new IOException("The file " + file + " is empty; delete it to have a password generated");
        }
        return text;
    }

    private void create() throws IOException {
        var random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.createDirectories(file.getParent());
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
            channel.write(
                    java.nio.ByteBuffer.wrap((password + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (FileAlreadyExistsException e) {
            // Made by another process just now; that one counts.
            return;
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
