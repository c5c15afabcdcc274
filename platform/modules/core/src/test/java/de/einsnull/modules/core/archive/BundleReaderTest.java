package de.einsnull.modules.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.modules.api.ModuleDetails.Component;
import de.einsnull.modules.core.TestArchive;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** City IT decides by what is read here. */
class BundleReaderTest {

    @TempDir
    private Path folder;

    @Test
    void whatABundleSaysOfItselfIsRead() throws IOException {
        ModuleArchive module = ModuleArchive.of(read(TestArchive.bundle("de.example.parks;singleton:=true", "1.2.3")
                .header("Bundle-Name", "%name")
                .header("Bundle-Description", "Shows parks.")
                .header("Bundle-Vendor", "Stadtwerke")
                .header("Bundle-License", "EUPL-1.2")
                .entry("OSGI-INF/l10n/bundle.properties", "name=Parks\n")
                .entry("OSGI-INF/l10n/bundle_de.properties", "name=Gr\\u00fcnanlagen\n")));
        assertThat(module.name()).isEqualTo("de.example.parks");
        assertThat(module.version()).isEqualTo("1.2.3");
        assertThat(module.title()).isEqualTo("Grünanlagen");
        assertThat(module.description()).isEqualTo("Shows parks.");
        assertThat(module.provider()).isEqualTo("Stadtwerke");
        assertThat(module.licence()).isEqualTo("EUPL-1.2");
    }

    @Test
    void scriptsAreFoundWhereThePlatformRunsThem() throws IOException {
        BundleFile bundle = read(TestArchive.bundle("tables", "1.0.0")
                .entry("db/migration/V1__first.sql", "create table t(id int)")
                .entry("db/h2/V2__second.sql", "x")
                .entry("db/other/V3__third.sql", "x"));
        assertThat(bundle.migrations()).containsOnlyKeys("db/migration/V1__first.sql", "db/h2/V2__second.sql");
    }

    @Test
    void settingsWithoutDefaultNeedAValue() throws IOException {
        BundleFile bundle = read(
                TestArchive.bundle("settings", "1.0.0")
                        .entry(
                                "OSGI-INF/metatype/a.xml",
                                """
                        <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.4.0">
                          <OCD id="a" name="A"><AD id="url" type="String" required="true"/></OCD>
                          <OCD id="b" name="B"><AD id="n" type="Integer" required="true" default="1"/></OCD>
                          <Designate pid="de.example.a"><Object ocdref="a"/></Designate>
                          <Designate factoryPid="de.example.b"><Object ocdref="b"/></Designate>
                        </metatype:MetaData>
                        """));
        assertThat(bundle.settings())
                .containsExactly(new Settings("de.example.a", false, true), new Settings("de.example.b", true, false));
    }

    @Test
    void theBillOfMaterialsIsRead() throws IOException {
        BundleFile bundle = read(
                TestArchive.bundle("bom", "1.0.0")
                        .entry(
                                "META-INF/sbom/bom.json",
                                """
                        {"bomFormat":"CycloneDX","components":[
                          {"group":"org.example","name":"lib","version":"2.0","licenses":[{"license":{"id":"MIT"}}]},
                          {"name":"bare"}]}
                        """));
        assertThat(bundle.components())
                .containsExactly(new Component("org.example:lib", "2.0", "MIT"), new Component("bare", "", ""));
    }

    /** An XML file could otherwise read the server's files into what city IT sees. */
    @Test
    void entitiesInXmlAreRefused() {
        var archive = TestArchive.bundle("xxe", "1.0.0")
                .entry(
                        "OSGI-INF/metatype/a.xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><MetaData>&e;</MetaData>");
        assertThatThrownBy(() -> read(archive)).isInstanceOf(IOException.class).hasMessageContaining("not well-formed");
    }

    @Test
    void packagesOfInnerArchivesAreTheBundlesOwn() throws IOException {
        byte[] inner = TestArchive.empty().type(BundleReaderTest.class).bytes();
        BundleFile bundle = read(TestArchive.bundle("inner", "1.0.0")
                .header("Bundle-ClassPath", ".,lib/inner.jar")
                .entry("lib/inner.jar", inner));
        assertThat(bundle.packages()).containsExactly("de.einsnull.modules.core.archive");
    }

    private BundleFile read(TestArchive archive) throws IOException {
        return BundleReader.read(archive.writeTo(folder.resolve("bundle.jar")));
    }
}
