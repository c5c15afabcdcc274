package de.einsnull.security.core.account;

import de.einsnull.security.core.db.Unavailable;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Hashes passwords with Argon2id, kept in the usual form {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. The costs are
 * the OWASP Password Storage Cheat Sheet's (19 MiB, 2 passes, 1 lane). Two hashes are computed at once at most, so that a
 * flood of logins takes neither all memory nor all processors.
 */
@Component(service = Passwords.class)
public final class Passwords {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 2;
    private static final long LONGEST_WAIT_SECONDS = 5;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final Semaphore turn = new Semaphore(AT_ONCE);
    private final SecureRandom random = new SecureRandom();
    private final String nobody;

    @Activate
    public Passwords() {
        nobody = encode(new byte[SALT_BYTES], new byte[HASH_BYTES]);
    }

    /**
     * Hashes a new password.
     *
     * @throws Unavailable if too many others wait
     */
    public String hash(char[] password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return encode(salt, compute(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES));
    }

    /**
     * Checks a password.
     *
     * @throws Unavailable if too many others wait
     */
    public boolean matches(char[] password, String encoded) {
        var form = FORM.matcher(encoded);
        if (!form.matches()) {
            throw new IllegalStateException("An account has a password in an unknown form");
        }
        var expected = Base64.getDecoder().decode(form.group(5));
        var salt = Base64.getDecoder().decode(form.group(4));
        var memory = Integer.parseInt(form.group(1));
        var passes = Integer.parseInt(form.group(2));
        var lanes = Integer.parseInt(form.group(3));
        return MessageDigest.isEqual(expected, compute(password, salt, memory, passes, lanes, expected.length));
    }

    /** Takes as long as a check for an account that does not exist, so that the time does not tell which do. */
    public void pretend(char[] password) {
        matches(password, nobody);
    }

    private byte[] compute(char[] password, byte[] salt, int memory, int passes, int lanes, int length) {
        try {
            if (!turn.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Unavailable("Too many logins at once", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted", e);
        }
        try {
            return argon2(password, salt, memory, passes, lanes, length);
        } finally {
            turn.release();
        }
    }

    private static byte[] argon2(char[] password, byte[] salt, int memory, int passes, int lanes, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var bytes = utf8(password);
        try {
            var hash = new byte[length];
            generator.generateBytes(bytes, hash);
            return hash;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] utf8(char[] password) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    private static String encode(byte[] salt, byte[] hash) {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }
}
