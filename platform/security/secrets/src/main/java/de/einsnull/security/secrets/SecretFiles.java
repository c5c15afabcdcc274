package de.einsnull.security.secrets;

import de.einsnull.security.api.Secrets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files in the directory that the framework property {@code einsnull.secrets} names. */
@Component
public final class SecretFiles implements Secrets {

    private static final Logger LOG = LoggerFactory.getLogger(SecretFiles.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
    private static final int RANDOM_BYTES = 24;
    private static final FileAttribute<?> DIRECTORY_MODE = mode("rwx------");
    private static final FileAttribute<?> FILE_MODE = mode("rw-------");

    private final Path directory;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param context knows the directory; without the property it is {@code secrets} in the data directory
     */
    @Activate
    public SecretFiles(BundleContext context) {
        this(directory(context));
    }

    /**
     * @param directory made when the first secret is
     */
    public SecretFiles(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    private static Path directory(BundleContext context) {
        var secrets = context.getProperty("einsnull.secrets");
        if (secrets != null) {
            return Path.of(secrets);
        }
        var data = context.getProperty("karaf.data");
        return Path.of(data == null ? "data" : data, "secrets");
    }

    @Override
    public Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name for a secret: '" + name + "'");
        }
        return directory.resolve(name);
    }

    @Override
    public Optional<String> read(String name) throws IOException {
        var file = file(name);
        try {
            var content = Files.readString(file).strip();
            warnIfOthersMayRead(file);
            return content.isEmpty() ? Optional.empty() : Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized String readOrCreate(String name) throws IOException {
        var content = read(name);
        if (content.isPresent()) {
            return content.get();
        }
        var file = file(name);
        if (Files.exists(file)) {
            throw new IOException("The secrets file " + file
                    + " is empty; write the secret into it, or delete it to have" + " one made up");
        }
        return create(file);
    }

    @Override
    public synchronized void write(String name, String secret) throws IOException {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("The secret '" + name + "' is empty");
        }
        keep(file(name), secret.strip());
    }

    @Override
    public boolean remove(String name) throws IOException {
        return Files.deleteIfExists(file(name));
    }

    /** Written beside and moved, so that a crash never leaves half a secret that locks a database for good. */
    private String create(Path file) throws IOException {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        keep(file, secret);
        return secret;
    }

    private void keep(Path file, String secret) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, DIRECTORY_MODE);
        }
        var part = Files.createTempFile(directory, "." + file.getFileName(), ".part", FILE_MODE);
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void warnIfOthersMayRead(Path file) throws IOException {
        if (!Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)
                .containsAll(Files.getPosixFilePermissions(file))) {
            LOG.warn("Others on this machine may read the secrets file {}; set its mode to 0600", file);
        }
    }

    private static FileAttribute<?> mode(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
