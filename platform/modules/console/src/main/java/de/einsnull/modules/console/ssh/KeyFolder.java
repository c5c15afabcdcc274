package de.einsnull.modules.console.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Public keys of accounts: files {@code <account>.pub} as OpenSSH writes them, a key a line. Read anew each time. */
final class KeyFolder {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFolder.class);
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9.-]{1,63}");
    private static final Pattern KINDS = Pattern.compile("ecdsa-sha2-nistp\\d+|ssh-rsa");
    private static final Set<PosixFilePermission> TOO_OPEN =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** Whether a key belongs to an account. A file that others may write or that cannot be read lets nobody in. */
    boolean has(String account, PublicKey key) {
        if (!ACCOUNT.matcher(account).matches()) {
            return false;
        }
        Path file = folder.resolve(account + ".pub");
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            if (Files.getPosixFilePermissions(file).stream().anyMatch(TOO_OPEN::contains)) {
                LOG.warn("{} lets nobody in: others than its owner may write it (chmod 644)", file);
                return false;
            }
            return contains(file, key);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            LOG.warn("{} lets nobody in: {}", file, e.getMessage());
            return false;
        }
    }

    private static boolean contains(Path file, PublicKey key) throws IOException, GeneralSecurityException {
        for (AuthorizedKeyEntry entry : AuthorizedKeyEntry.readAuthorizedKeys(file)) {
            if (!entry.getLoginOptions().isEmpty()) {
                LOG.warn("A key in {} is passed over: options before a key are not kept here", file);
            } else if (KINDS.matcher(entry.getKeyType()).matches()) {
                if (KeyUtils.compareKeys(entry.resolvePublicKey(null, PublicKeyEntryResolver.FAILING), key)) {
                    return true;
                }
            } else {
                LOG.warn("A key in {} is passed over: {} is not supported; use ecdsa", file, entry.getKeyType());
            }
        }
        return false;
    }
}
