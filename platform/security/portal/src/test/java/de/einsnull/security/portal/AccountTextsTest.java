package de.einsnull.security.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.testkit.CatalogueCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A missing text would show German to somebody who does not read it. */
class AccountTextsTest {

    private static final Pattern CODE =
            Pattern.compile("\"((?:password|accounts|audit|mydata)\\.[a-zA-Z.]+[a-zA-Z])\"");

    private final CatalogueCheck texts = CatalogueCheck.ofThisModule();

    @Test
    void everyLanguageHasEveryText() {
        texts.isComplete();
    }

    @Test
    void pagesAndTemplatesUseOnlyTextsThatAreThere() throws IOException {
        texts.hasWhatTemplatesUse("role.");
        var used = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        assertThat(used).isNotEmpty();
        texts.has(used);
    }
}
