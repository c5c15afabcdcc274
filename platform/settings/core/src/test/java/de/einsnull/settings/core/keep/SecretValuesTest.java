package de.einsnull.settings.core.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Passwords are in files, each in one of its own, and a file of somebody else is left alone. */
class SecretValuesTest {

    private static final String LONG = "x".repeat(90);

    private final MemorySecrets secrets = new MemorySecrets();
    private final SecretValues values = new SecretValues(secrets);
    private final de.einsnull.settings.api.Setting key =
            Gate.GATE.setting("key").orElseThrow();

    @Test
    void whatIsTypedBecomesAFileAndAReferenceStaysOne() throws IOException {
        assertThat(values.keep("pid", "north", key, "geheim")).isEqualTo("$[secret:pid-north-key]");
        assertThat(values.keep("pid", "", key, "geheim")).isEqualTo("$[secret:pid-key]");
        assertThat(values.keep("pid", "north", key, "$[env:KEY]")).isEqualTo("$[env:KEY]");
        assertThat(secrets.all).containsOnlyKeys("pid-north-key", "pid-key");
    }

    /** Almost a reference is a password like any other. */
    @Test
    void whatOnlyLooksLikeAReferenceIsKeptAsASecret() throws IOException {
        assertThat(values.keep("pid", "", key, "$[secret:]")).isEqualTo("$[secret:pid-key]");
        assertThat(values.keep("pid", "", key, "my $[secret:x]")).isEqualTo("$[secret:pid-key]");
        assertThat(secrets.all).containsEntry("pid-key", "my $[secret:x]");
    }

    @Test
    void onlyAFileThatWasMadeHereIsRemoved() throws IOException {
        secrets.write("pid-north-key", "ours");
        secrets.write("theirs", "theirs");
        values.forget("pid", "north", key, "$[secret:theirs]");
        assertThat(secrets.all).containsOnlyKeys("pid-north-key", "theirs");
        values.forget("pid", "north", key, "$[secret:pid-north-key]");
        assertThat(secrets.all).containsOnlyKeys("theirs");
    }

    /** Two instances with long names must not share a password. */
    @Test
    void longNamesAreShortenedAndStayApart() {
        var one = Names.secret("de.example." + LONG, "north", "key");
        var two = Names.secret("de.example." + LONG, "south", "key");
        assertThat(one).hasSizeLessThanOrEqualTo(100).isNotEqualTo(two);
        assertThat(Names.secret("de.example." + LONG, "north", "key")).isEqualTo(one);
    }

    @Test
    void aNameNeverLeavesTheFolder() {
        assertThat(Names.secret("pid", "../north", "a/b")).doesNotContain("/").isEqualTo("pid-.._north-a_b");
    }

    @Test
    void whatIsLentForATestIsTakenBackAndTheRestIsAsItWas() throws IOException {
        var properties = Map.<String, Object>of("key", "geheim", "port", 7);
        var lent = values.lend(Gate.GATE.settings(), properties);
        assertThat(lent.properties().get("key").toString()).startsWith("$[secret:settings-test-");
        assertThat(lent.properties()).containsEntry("port", 7);
        assertThat(secrets.all).containsValue("geheim");
        values.takeBack(lent);
        assertThat(secrets.all).isEmpty();
        var untouched = values.lend(Gate.GATE.settings(), Map.of("key", "$[secret:theirs]"));
        assertThat(untouched.names()).isEmpty();
    }

    /** A password that stays in a file nobody knows of is found by somebody who should not. */
    @Test
    void whenTheDiskIsFullNothingThatWasLentStaysBehind() {
        secrets.room = 1;
        var settings = List.of(key, Gate.secret("other"));
        assertThatThrownBy(() -> values.lend(settings, Map.of("key", "geheim", "other", "auch")))
                .hasMessageContaining("No space left");
        assertThat(secrets.all).isEmpty();
    }
}
