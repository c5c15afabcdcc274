package de.einsnull.modules.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleDetails;
import de.einsnull.modules.api.Operation;
import de.einsnull.modules.api.Plan;
import de.einsnull.testkit.CatalogueCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A missing text would be an error page exactly when a module is in trouble. */
class ModuleTextsTest {

    private static final Pattern CODE = Pattern.compile(
            "\"((?:modules|module|upload|unreadable|refused|sources|history)\\.[a-z]+(?:\\.[a-zA-Z]+)*)\"");

    private final CatalogueCheck texts = CatalogueCheck.ofThisModule();

    @Test
    void everyLanguageHasEveryText() {
        texts.isComplete();
    }

    @Test
    void pagesAndTemplatesUseOnlyTextsThatAreThere() throws IOException {
        texts.hasWhatTemplatesUse("kit.");
        var used = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        assertThat(used).isNotEmpty();
        texts.has(used);
    }

    @Test
    void everyStateAndKindHasAText() {
        has("state.", Module.State.values());
        has("origin.", Module.Origin.values());
        has("level.", ModuleDetails.Level.values());
        has("kind.", ModuleDetails.Kind.values());
        has("outcome.", Operation.Outcome.values());
        has("effect.", Plan.Effect.values());
        texts.has(Arrays.stream(Notice.values()).map(Notice::key).toList());
        for (String prefix : new String[] {
            "preview.title.", "preview.lead.", "preview.do.", "progress.title.", "progress.SUCCEEDED.", "history.did."
        }) {
            has(prefix, Change.Action.values());
        }
    }

    private void has(String prefix, Enum<?>[] values) {
        texts.has(Arrays.stream(values).map(value -> prefix + value.name()).toList());
    }
}
