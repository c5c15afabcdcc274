package de.einsnull.security.core.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The secrets file {@code admin-password} with the first password of city IT, for the platform's user only. */
@Component(service = AdminPasswordFile.class)
public final class AdminPasswordFile {

    private static final Logger LOG = LoggerFactory.getLogger(AdminPasswordFile.class);

    private final Path file;

    @Activate
    public AdminPasswordFile(BundleContext context) {
        this(secrets(context));
    }

    /** In this directory. */
    public AdminPasswordFile(Path secrets) {
        file = secrets.resolve("admin-password");
    }

    private static Path secrets(BundleContext context) {
        var directory = context.getProperty("einsnull.secrets");
        return directory != null ? Path.of(directory) : Path.of(context.getProperty("karaf.data"), "secrets");
    }

    Optional<String> read() throws IOException {
        return Files.isRegularFile(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    void write(String password) throws IOException {
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, owner);
        Files.writeString(file, password + "\n");
    }

    /** The password is another one now. A note in its place would become the password of the next empty database. */
    void remove() {
        try {
            if (Files.deleteIfExists(file)) {
                LOG.info("Removed {}: the password in it has been changed", file);
            }
        } catch (IOException e) {
            LOG.warn("{} holds a password that has been changed; please delete it", file, e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
