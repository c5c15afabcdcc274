package de.einsnull.floors;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.conditions.ArchConditions.notBeFinal;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Rules that keep the code readable and testable, checked instead of remembered. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = House.classes();
    private static final int MAX_FILE_LINES = 300;
    private static final int MEDIAN_FILE_LINES = 80;

    @Test
    void nothingSleeps() {
        noClasses()
                .should(callMethod(Thread.class, "sleep", long.class))
                .orShould(callMethod(TimeUnit.class, "sleep", long.class))
                .check(HOUSE);
    }

    /** Code that asks the system for the time cannot be tested for tomorrow. */
    @Test
    void timeComesThroughAClock() {
        noClasses()
                .should(callMethod(Instant.class, "now"))
                .orShould(callMethod(LocalDate.class, "now"))
                .orShould(callMethod(LocalDateTime.class, "now"))
                .orShould(callMethod(ZonedDateTime.class, "now"))
                .orShould(callMethod(System.class, "currentTimeMillis"))
                .check(HOUSE);
    }

    /** One tenant's state in a static field is another one's bug, and it survives the bundle's update. */
    @Test
    void noStaticMutableState() {
        noFields().that().areStatic().should(notBeFinal()).check(HOUSE);
    }

    /** But for programs of their own: the launcher, before there is a platform, and the command line. */
    @Test
    void nobodyEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackages("de.einsnull.boot.launcher", "de.einsnull.modules.cli")
                .should(callMethod(System.class, "exit", int.class))
                .orShould(callMethod(Runtime.class, "halt", int.class))
                .check(HOUSE);
    }

    @Test
    void filesFitOnePersonsHead() {
        assertThat(House.sources().stream()
                        .filter(file -> House.lines(file).size() > MAX_FILE_LINES)
                        .map(House::name))
                .as("files longer than %d lines", MAX_FILE_LINES)
                .isEmpty();
        List<Integer> lengths = House.sources().stream()
                .map(file -> House.lines(file).size())
                .sorted()
                .toList();
        assertThat(lengths.get(lengths.size() / 2))
                .as("median length of a file")
                .isLessThanOrEqualTo(MEDIAN_FILE_LINES);
    }

    /** Folder, symbolic name and root package say the same, so that a name in a log leads to the folder. */
    @Test
    void foldersAreNamedLikeTheirBundle() {
        assertThat(House.bundles()).allSatisfy(bundle -> {
            String expected = House.symbolicName(bundle);
            assertThat(Files.readString(bundle.resolve("pom.xml")))
                    .as(House.name(bundle))
                    .contains("<artifactId>" + expected + "</artifactId>");
            assertThat(House.lines(anySource(bundle)))
                    .as(House.name(bundle))
                    .anyMatch(line -> line.startsWith("package " + expected));
        });
    }

    private static Path anySource(Path bundle) {
        return House.sources().stream()
                .filter(file -> file.startsWith(bundle))
                .findFirst()
                .orElseThrow();
    }
}
