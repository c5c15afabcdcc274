package de.einsnull.security.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A missing text would show German to somebody who does not read it. */
class AccountTextsTest {

    private static final Pattern TEMPLATE = Pattern.compile("(?:\\bt|attr)\\('([a-zA-Z.]+[a-zA-Z])'");
    private static final Pattern CODE = Pattern.compile("\"((?:password|accounts|audit)\\.[a-zA-Z.]+[a-zA-Z])\"");

    private static Properties texts(Language language) throws IOException {
        String suffix = language == Language.DE ? "" : "_" + language.locale();
        var texts = new Properties();
        var file = FakeAccounts.RESOURCES.resolve("OSGI-INF/l10n/messages" + suffix + ".properties");
        try (var in = Files.newBufferedReader(file)) {
            texts.load(in);
        }
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEveryTextWithItsArguments(Language language) throws IOException {
        var german = texts(Language.DE);
        var own = texts(language);
        assertThat(new TreeSet<>(own.stringPropertyNames())).isEqualTo(new TreeSet<>(german.stringPropertyNames()));
        assertThat(own.values()).noneMatch(text -> text.toString().isBlank());
        german.forEach((key, text) -> assertThat(own.getProperty(key.toString()).contains("{0}"))
                .as(language + " " + key)
                .isEqualTo(text.toString().contains("{0}")));
    }

    @Test
    void pagesAndTemplatesUseOnlyTextsThatAreThere() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(FakeAccounts.RESOURCES.getParent())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var pattern = file.toString().endsWith(".peb") ? TEMPLATE : CODE;
                pattern.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        used.removeIf(key -> key.startsWith("role."));
        assertThat(used).hasSizeGreaterThan(40);
        assertThat(texts(Language.DE).stringPropertyNames()).containsAll(used);
    }
}
