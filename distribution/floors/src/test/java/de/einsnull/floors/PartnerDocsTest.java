package de.einsnull.floors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What docs/partner quotes is code that the build compiles and runs: a quotation names its file in a comment before the
 * block, {@code <!-- examples/benches/... -->}, and may leave lines out with {@code ...}.
 */
class PartnerDocsTest {

    private static final Path DOCS = House.root().resolve("docs/partner");
    private static final Pattern QUOTATION = Pattern.compile("<!-- (\\S+) -->\\n```\\w*\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");
    private static final int ONE_PAGE = 120;

    private record Quotation(Path page, String file, String text) {}

    @Test
    void everyQuotationStandsInItsFile() {
        List<Quotation> quotations =
                pages().stream().flatMap(PartnerDocsTest::quotations).toList();

        assertThat(quotations).hasSizeGreaterThan(12).allSatisfy(quotation -> {
            String code = squeezed(read(House.root().resolve(quotation.file())));
            int from = 0;
            for (String part : quotation.text().split("(?m)^\\s*\\.\\.\\.\\s*$")) {
                int at = code.indexOf(squeezed(part), from);
                assertThat(at)
                        .as("%s quotes %s: %s", quotation.page().getFileName(), quotation.file(), part)
                        .isNotNegative();
                from = at + squeezed(part).length();
            }
        });
    }

    /** Code without a source rots: a block of Java is a quotation or there is none. */
    @Test
    void noJavaStandsWithoutItsSource() {
        assertThat(pages()).allSatisfy(page -> {
            long blocks =
                    Pattern.compile("```java").matcher(read(page)).results().count();
            long quoted = quotations(page)
                    .filter(quotation -> quotation.file().endsWith(".java"))
                    .count();
            assertThat(quoted).as(page.getFileName().toString()).isEqualTo(blocks);
        });
    }

    @Test
    void linksLeadSomewhereAndAPageIsAPage() {
        assertThat(pages()).hasSizeGreaterThan(12).allSatisfy(page -> {
            assertThat(links(page))
                    .allSatisfy(link -> assertThat(page.resolveSibling(link).normalize())
                            .as(page.getFileName().toString())
                            .exists());
            assertThat(House.lines(page)).hasSizeLessThanOrEqualTo(ONE_PAGE);
        });
    }

    private static List<Path> pages() {
        try (Stream<Path> files = Files.list(DOCS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Quotation> quotations(Path page) {
        List<Quotation> found = new ArrayList<>();
        for (MatchResult match : QUOTATION.matcher(read(page)).results().toList()) {
            found.add(new Quotation(page, match.group(1), match.group(2)));
        }
        return found.stream();
    }

    private static List<String> links(Path page) {
        return LINK.matcher(read(page)).results().map(match -> match.group(1)).toList();
    }

    /** Indentation and line breaks are the page's own. */
    private static String squeezed(String text) {
        return String.join(
                " ",
                Arrays.stream(text.split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
