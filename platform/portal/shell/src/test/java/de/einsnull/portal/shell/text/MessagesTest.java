package de.einsnull.portal.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.shell.testing.ShellResources;
import java.nio.file.Files;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shell's texts: complete in all languages, and none asked for that does not exist. */
class MessagesTest {

    private static final Pattern USED = Pattern.compile("(?<![a-z_])(?:t|attr)\\('([a-z0-9.]+)'");
    private static final Pattern WHOLE_KEY = Pattern.compile("[a-z0-9.]*[a-z0-9]");

    private final Catalog catalog = Catalog.load(new ShellResources());

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasEveryText(Language language) {
        assertThat(new TreeSet<>(catalog.keys(language))).isEqualTo(new TreeSet<>(catalog.keys(Language.DE)));
    }

    @Test
    void everyTextThatATemplateAsksForExists() throws Exception {
        var missing = new TreeSet<String>();
        for (String path : new ShellResources().list("templates")) {
            String template = Files.readString(ShellResources.ROOT.resolve(path));
            missing.addAll(USED.matcher(template)
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> WHOLE_KEY.matcher(key).matches())
                    .filter(key -> !catalog.keys(Language.DE).contains(key))
                    .collect(Collectors.toSet()));
        }
        assertThat(missing).isEmpty();
    }
}
