package de.einsnull.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.portal.api.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check that overlooks something lets it through in every module. */
class CatalogueCheckTest {

    @TempDir
    Path resources;

    @BeforeEach
    void allIsWell() throws IOException {
        for (Language language : Language.values()) {
            write(language, "trees.title=T\ntrees.count={0,plural,one{# in {1}}other{# in {1}}}\n");
        }
        template("<h1>{{ t('trees.title') }}</h1><p title=\"{{ attr(\"trees.count\", n) }}\">{{ t('kit.more') }}"
                + "{{ t('trees.' + kind) }}{{ format('no.key') }}");
    }

    @Test
    void isContentWithGoodTexts() {
        var check = CatalogueCheck.of(resources);
        assertThatCode(check::isComplete).doesNotThrowAnyException();
        check.hasWhatTemplatesUse("kit.");
        check.has("trees.title");
        assertThat(check.usedByTemplates()).containsExactly("kit.more", "trees.count", "trees.title");
    }

    @Test
    void namesFileAndKeyOfWhatIsWrong() throws IOException {
        write(Language.EN, "trees.count={0} trees\nmore=x\n");
        write(Language.DE_SIMPLE, "trees.title= \ntrees.count={0} {1\n");
        write(Language.TR, "trees.title=a\ntrees.title=b\ntrees.count={0,plural,one{# {1}}}\n");
        assertThatThrownBy(() -> CatalogueCheck.of(resources).isComplete())
                .hasMessageContainingAll(
                        "messages_en.properties: trees.title is missing",
                        "messages_en.properties: trees.count has other arguments",
                        "messages_en.properties: more is not in German",
                        "messages_de__simple.properties: trees.title is empty",
                        "messages_de__simple.properties: trees.count has a brace",
                        "messages_tr.properties: trees.title stands there twice",
                        "messages_tr.properties: trees.count has a brace");
    }

    @Test
    void aLanguageThatIsForgottenIsNoticed() throws IOException {
        Files.delete(file(Language.AR));
        assertThatThrownBy(() -> CatalogueCheck.of(resources).isComplete()).hasMessageContaining("messages_ar");
    }

    @Test
    void missingKeysAndSilentTemplatesAreNoticed() throws IOException {
        var check = CatalogueCheck.of(resources);
        assertThatThrownBy(check::hasWhatTemplatesUse).hasMessageContaining("kit.more");
        assertThatThrownBy(() -> check.has("trees.oak")).hasMessageContaining("trees.oak");
        template("<p>");
        assertThatThrownBy(check::hasWhatTemplatesUse).hasMessageContaining("keys that templates ask for");
    }

    private Path file(Language language) {
        String suffix = language == Language.DE ? "" : "_" + language.locale();
        return resources.resolve("OSGI-INF/l10n/messages" + suffix + ".properties");
    }

    private void write(Language language, String texts) throws IOException {
        Files.createDirectories(file(language).getParent());
        Files.writeString(file(language), texts);
    }

    private void template(String text) throws IOException {
        Files.createDirectories(resources.resolve("templates"));
        Files.writeString(resources.resolve("templates/page.peb"), text);
    }
}
