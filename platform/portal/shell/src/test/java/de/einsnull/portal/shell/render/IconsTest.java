package de.einsnull.portal.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.shell.testing.ShellResources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IconsTest {

    private final Icons icons = new Icons(new ShellResources());

    @Test
    void everyIconIsOnePath() {
        assertThat(icons.names())
                .allSatisfy(name -> assertThat(icons.path(name)).matches("M[-\\dMmLlHhVvAaCcQqSszZ., ]+"));
    }

    /** Module authors choose from the list in the documentation. */
    @Test
    void everyIconIsDocumented() throws Exception {
        String documentation = Files.readString(Path.of("../../../docs/modules/portal.md"));
        String list = documentation.substring(documentation.indexOf("## Icons"));
        var documented = new TreeSet<>(java.util.List.of(list.split("[^a-z-]+")));
        assertThat(documented)
                .containsAll(icons.names().stream()
                        .filter(name -> !name.equals("dot"))
                        .toList());
    }

    @Test
    void everyPictureCanBeShown() {
        for (String path : new ShellResources().list("illustrations")) {
            String name = path.substring(path.indexOf('/') + 1, path.indexOf(".svg"));
            assertThat(icons.illustration(name, "").toString())
                    .startsWith("<svg class=\"en-illustration\"")
                    .endsWith("</svg>")
                    .doesNotContain(" style=")
                    .doesNotContain("<script");
        }
    }
}
