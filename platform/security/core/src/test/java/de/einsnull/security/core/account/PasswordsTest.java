package de.einsnull.security.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void knowsARightPasswordFromAWrongOne() {
        var hash = passwords.hash("correct horse".toCharArray());

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("correct horse".toCharArray(), hash)).isTrue();
        assertThat(passwords.matches("correct horsf".toCharArray(), hash)).isFalse();
    }

    /** Else hashes made by other programs, or an older version, would lock people out. Values of the argon2 tool. */
    @Test
    void agreesWithTheReferenceImplementation() {
        var reference = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assertThat(passwords.matches("password".toCharArray(), reference)).isTrue();
    }

    /** Else two people with the same password would show it to whoever reads the table. */
    @Test
    void saltsEachHash() {
        assertThat(passwords.hash("same".toCharArray())).isNotEqualTo(passwords.hash("same".toCharArray()));
    }

    @Test
    void refusesAFormItDoesNotKnow() {
        assertThatThrownBy(() -> passwords.matches("x".toCharArray(), "plain text"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("plain text");
    }

    /** Else the time of a failed login would tell which accounts exist. */
    @Test
    void takesAsLongForNobody() {
        var hash = passwords.hash("correct horse".toCharArray());
        var real = fastest(() -> passwords.matches("wrong".toCharArray(), hash));
        var nobody = fastest(() -> {
            passwords.pretend("wrong".toCharArray());
            return false;
        });
        assertThat((double) nobody.toNanos() / real.toNanos()).isBetween(0.4, 2.5);
    }

    /** Else the installed bundle would lack a class that is only on the class path of the tests. */
    @Test
    void worksWithTheClassesInThisBundleAlone() throws Exception {
        var bundle = new URL[] {Path.of("target/classes").toUri().toURL()};
        try (var loader = new URLClassLoader(bundle, ClassLoader.getPlatformClassLoader())) {
            var type = loader.loadClass(Passwords.class.getName());
            var alone = type.getConstructor().newInstance();
            var hash = type.getMethod("hash", char[].class).invoke(alone, (Object) "secret".toCharArray());
            assertThat(passwords.matches("secret".toCharArray(), (String) hash)).isTrue();
        }
    }

    /** The fastest of some tries says what the work costs; the others say what else the machine did. */
    private static Duration fastest(Supplier<Boolean> work) {
        var best = Long.MAX_VALUE;
        for (var i = 0; i < 8; i++) {
            var start = System.nanoTime();
            assertThat(work.get()).isFalse();
            best = Math.min(best, System.nanoTime() - start);
        }
        return Duration.ofNanos(best);
    }
}
