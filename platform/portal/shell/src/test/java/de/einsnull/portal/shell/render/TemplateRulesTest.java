package de.einsnull.portal.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules for the templates of all modules in the repository; one that breaks them would be open to injected markup. */
class TemplateRulesTest {

    private static final Path REPOSITORY = Path.of("../../..");
    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "the filter raw", Pattern.compile("\\|\\s*raw\\b"),
            "switching escaping off", Pattern.compile("\\{%-?\\s*autoescape\\b"),
            "an inline style", Pattern.compile("\\sstyle\\s*="),
            "an inline script", Pattern.compile("<script(?![^>]*\\bsrc=)|\\son[a-z]+\\s*=\\s*[\"']"),
            "t() in an attribute (use attr())", Pattern.compile("=\"[^\"{]*\\{\\{\\s*t\\("));

    @Test
    void noTemplateBreaksARule() throws IOException {
        var broken = new ArrayList<String>();
        for (Path template : templates()) {
            String text = Files.readString(template);
            FORBIDDEN.forEach((what, pattern) -> {
                if (pattern.matcher(text).find()) {
                    broken.add(REPOSITORY.relativize(template) + " has " + what);
                }
            });
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theRulesFindWhatTheyForbid() {
        assertThat(FORBIDDEN.get("the filter raw").matcher("{{ x | raw }}").find())
                .isTrue();
        assertThat(FORBIDDEN
                        .get("an inline script")
                        .matcher("<script>x</script>")
                        .find())
                .isTrue();
        assertThat(FORBIDDEN
                        .get("an inline script")
                        .matcher("<a onclick=\"x\">")
                        .find())
                .isTrue();
        assertThat(FORBIDDEN
                        .get("an inline script")
                        .matcher("<script type=\"module\" src=\"x\">")
                        .find())
                .isFalse();
        assertThat(FORBIDDEN
                        .get("t() in an attribute (use attr())")
                        .matcher("<i title=\"{{ t('a') }}\">")
                        .find())
                .isTrue();
    }

    private static List<Path> templates() throws IOException {
        var found = new ArrayList<Path>();
        for (String room : List.of("platform", "bundles")) {
            try (var files = Files.walk(REPOSITORY.resolve(room))) {
                files.filter(file -> file.toString().endsWith(".peb"))
                        .filter(file -> file.toString().contains("src/main/resources"))
                        .forEach(found::add);
            }
        }
        assertThat(found).hasSizeGreaterThan(15);
        return found;
    }
}
