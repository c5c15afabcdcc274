package de.einsnull.floors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the templates of all bundles have in common. */
class TemplatesTest {

    private static final Pattern MACRO = Pattern.compile("\\{%\\s*macro\\s+(\\w+)");
    private static final Pattern FUNCTION = Pattern.compile("entry\\(\"(\\w+)\"");
    private static final String FUNCTIONS =
            "platform/portal/shell/src/main/java/de/einsnull/portal/shell/render/Functions.java";

    /** The function wins over a macro of the same name, and the page that calls the macro fails. */
    @Test
    void noMacroIsNamedLikeAFunctionOfTheShell() throws IOException {
        Set<String> functions = found(FUNCTION, House.root().resolve(FUNCTIONS)).collect(Collectors.toSet());
        assertThat(functions).contains("t", "link", "said");
        List<Path> templates = templates();
        assertThat(templates).hasSizeGreaterThan(30);
        assertThat(templates).allSatisfy(template -> assertThat(found(MACRO, template))
                .as(House.name(template))
                .doesNotContainAnyElementsOf(functions));
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(House.root())) {
            return files.filter(file -> file.toString().endsWith(".peb"))
                    .filter(file -> file.toString().contains("src/main/resources"))
                    .toList();
        }
    }

    private static Stream<String> found(Pattern pattern, Path file) {
        return House.lines(file).stream()
                .flatMap(line -> pattern.matcher(line).results())
                .map(result -> result.group(1));
    }
}
