package de.einsnull.floors;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom. A class that breaks a floor makes updates of one room stop another. */
class FloorsTest {

    private static final JavaClasses HOUSE = House.classes();
    private static final String API = "de.einsnull.*.api..";
    private static final Pattern BUNDLE = Pattern.compile("de\\.einsnull\\.([a-z]+)\\.([a-z0-9]+).*");
    private static final Set<String> PLATFORM = Set.of(
            "bus",
            "data",
            "web",
            "portal",
            "security",
            "search",
            "health",
            "guard",
            "modules",
            "jobs",
            "settings",
            "boot");

    /** Libraries that one family of bundles keeps to itself. */
    private static final Map<String, String> HIDDEN = Map.ofEntries(
            Map.entry("org.apache.activemq..", "de.einsnull.bus.artemis.."),
            Map.entry("org.apache.aries..", "de.einsnull.data.."),
            Map.entry("org.eclipse.persistence..", "de.einsnull.data.."),
            Map.entry("org.flywaydb..", "de.einsnull.data.."),
            Map.entry("com.zaxxer..", "de.einsnull.data.."),
            Map.entry("org.apache.cxf..", "de.einsnull.web.cxf.."),
            Map.entry("io.pebbletemplates..", "de.einsnull.portal.shell.."),
            Map.entry("org.apache.karaf.shell..", "de.einsnull.modules.console.."),
            Map.entry("org.apache.sshd..", "de.einsnull.modules.console.."),
            Map.entry("org.jline..", "de.einsnull.modules.console.."),
            Map.entry("org.apache.lucene..", "de.einsnull.search.core.."),
            Map.entry("io.roastedroot..", "de.einsnull.sensors.codec.js.."),
            Map.entry("run.endive..", "de.einsnull.sensors.codec.js.."));

    /** A language that several bundles of one area speak: neither a contract for partners nor somebody's implementation. */
    private static final Set<String> LANGUAGES = Set.of("sensors.sensorthings");

    @Test
    void theHouseIsNotEmpty() {
        assertThat(HOUSE).hasSizeGreaterThan(30);
    }

    /**
     * A third-party type in a contract ties every partner to our choice of library. But for health checks: whoever makes one
     * implements the interface of Felix anyway.
     */
    @Test
    void contractsUseOnlyTheJdkOsgiAndOtherContracts() {
        classes()
                .that()
                .resideInAPackage(API)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "org.osgi..", "aQute.bnd.annotation..", "org.apache.felix.hc.api..", API))
                .check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("hidden")
    void librariesStayInTheirBundle(String library, String home) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    static Stream<Arguments> hidden() {
        return HIDDEN.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    /** An implementation that reaches into another one dies with it. */
    @Test
    void bundlesMeetOnlyThroughContracts() {
        classes().that(areOurs()).should(stayInTheirBundleOrUseContracts()).check(HOUSE);
    }

    /** The platform must run without any area: areas come and go. */
    @Test
    void thePlatformKnowsNoArea() {
        noClasses()
                .that(resideOnFloor(true))
                .should()
                .dependOnClassesThat(resideOnFloor(false))
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> areOurs() {
        return DescribedPredicate.describe("are ours", type -> part(type) != null);
    }

    private static DescribedPredicate<JavaClass> resideOnFloor(boolean platform) {
        return DescribedPredicate.describe(platform ? "belong to the platform" : "belong to an area", type -> {
            Matcher matcher = BUNDLE.matcher(type.getPackageName());
            return matcher.matches() && PLATFORM.contains(matcher.group(1)) == platform;
        });
    }

    private static ArchCondition<JavaClass> stayInTheirBundleOrUseContracts() {
        return new ArchCondition<>("use only contracts of other bundles") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().forEach(dependency -> {
                    String target = part(dependency.getTargetClass());
                    if (target != null && !target.equals(part(type)) && !shared(target, part(type))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                });
            }
        };
    }

    private static boolean shared(String target, String part) {
        String area = part.substring(0, part.indexOf('.') + 1);
        return target.endsWith(".api") || (LANGUAGES.contains(target) && target.startsWith(area));
    }

    /** Area and part, for example {@code sensors.core}; null for foreign classes. */
    private static String part(JavaClass type) {
        Matcher matcher = BUNDLE.matcher(type.getPackageName());
        return matcher.matches() ? matcher.group(1) + "." + matcher.group(2) : null;
    }
}
