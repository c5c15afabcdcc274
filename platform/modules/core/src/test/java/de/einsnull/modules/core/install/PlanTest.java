package de.einsnull.modules.core.install;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.ModuleDetails.Contribution;
import de.einsnull.modules.api.ModuleDetails.Kind;
import de.einsnull.modules.api.Plan;
import de.einsnull.modules.api.Plan.Effect;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** City IT sees what a change would do before it does it. */
class PlanTest {

    private static final Contribution PAGE = new Contribution(Kind.PAGE, "parks", "Parks", "public");

    @TempDir
    private Path folder;

    private TestPlatform platform;

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform(folder, true, List.of(PAGE));
    }

    @AfterEach
    void stop() throws Exception {
        platform.close();
    }

    @Test
    void bundlesThatComeChangeAndGoAreNamed() throws IOException {
        Plan install = plan(Action.INSTALL, kar("1.0.0", "parks.core", "parks.old"));
        assertThat(install.steps()).extracting(Plan.Step::effect).containsOnly(Effect.ADD);
        platform.apply(Action.INSTALL, kar("1.0.0", "parks.core", "parks.old"));

        Plan update = plan(Action.UPDATE, kar("1.1.0", "parks.core", "parks.new"));
        assertThat(update.fromVersion()).isEqualTo("1.0.0");
        assertThat(update.toVersion()).isEqualTo("1.1.0");
        assertThat(update.steps())
                .extracting(step -> step.effect() + " " + step.symbolicName())
                .containsExactlyInAnyOrder("REMOVE parks.old", "UPDATE parks.core", "ADD parks.new");
    }

    @Test
    void scriptsThatWouldRunAreNamedInOrder() throws IOException {
        registerSchema();
        platform.apply(Action.INSTALL, tables("1.0.0").entry("db/migration/V1__first.sql", "a"));
        Plan plan = plan(
                Action.UPDATE,
                tables("1.1.0")
                        .entry("db/migration/V1__first.sql", "a")
                        .entry("db/migration/V10__tenth.sql", "b")
                        .entry("db/migration/V2__second.sql", "c")
                        .entry("db/postgresql/V3__elsewhere.sql", "d")
                        .entry("db/h2/V4__here.sql", "e"));
        assertThat(plan.migrations()).containsExactly("V2__second.sql", "V4__here.sql", "V10__tenth.sql");
    }

    /** The database would refuse it in the middle of the update. */
    @Test
    void aScriptThatWasChangedAfterItRanIsRefused() throws IOException {
        registerSchema();
        platform.apply(Action.INSTALL, tables("1.0.0").entry("db/migration/V1__first.sql", "a"));
        Plan plan = plan(Action.UPDATE, tables("1.1.0").entry("db/migration/V1__first.sql", "changed"));
        assertThat(plan.findings()).extracting(Finding::code).contains("migration-changed");
        assertThat(plan.isAllowed()).isFalse();
    }

    @Test
    void whatATurnBackLeavesInTheTablesIsTold() throws IOException {
        registerSchema();
        platform.apply(Action.INSTALL, tables("1.1.0").entry("db/migration/V1__first.sql", "a"));
        assertThat(plan(Action.UPDATE, tables("1.0.0")).findings())
                .extracting(Finding::code)
                .contains("migration-stays");
    }

    @Test
    void settingsWithoutAValueAreNamed() throws IOException {
        Plan plan = plan(
                Action.INSTALL,
                TestArchive.bundle("parks", "1.0.0")
                        .entry(
                                "OSGI-INF/metatype/parks.xml",
                                "<MetaData><OCD id='o'><AD id='url' type='String'/></OCD>"
                                        + "<Designate pid='de.example.parks'><Object ocdref='o'/></Designate></MetaData>"));
        assertThat(plan.neededSettings()).containsExactly("de.example.parks");
    }

    @Test
    void whatUsersLoseIsNamed() throws IOException {
        platform.apply(Action.INSTALL, TestArchive.bundle("parks", "1.0.0"));
        assertThat(platform.installer()
                        .preview(new Change(Action.REMOVE, "parks"))
                        .lost())
                .containsExactly(PAGE);
        assertThat(platform.installer()
                        .preview(new Change(Action.STOP, "parks"))
                        .steps())
                .extracting(Plan.Step::effect)
                .containsExactly(Effect.STOP);
    }

    private Plan plan(Action action, TestArchive archive) throws IOException {
        return platform.installer()
                .preview(new Change(action, platform.stage(archive).id()));
    }

    private static TestArchive tables(String version) {
        return TestArchive.bundle("tables", version).header("EinsNull-Schema", "tables");
    }

    private void registerSchema() {
        var properties = new Hashtable<String, Object>();
        properties.put("einsnull.schema", "tables");
        DataSource nothing = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> null);
        platform.context().registerService(DataSource.class, nothing, properties);
    }

    private static TestArchive kar(String version, String... bundles) {
        var archive = TestArchive.empty();
        var features = new StringBuilder("<features name='parks'><feature name='parks' version='" + version + "'>");
        for (String bundle : bundles) {
            features.append("<bundle>mvn:org.example/" + bundle + "/" + version + "</bundle>");
            String path = "repository/org/example/" + bundle + "/" + version + "/" + bundle + "-" + version + ".jar";
            archive.entry(path, TestArchive.bundle(bundle, version).bytes());
        }
        return archive.entry("repository/org/example/features/1/features-1.xml", features + "</feature></features>");
    }
}
