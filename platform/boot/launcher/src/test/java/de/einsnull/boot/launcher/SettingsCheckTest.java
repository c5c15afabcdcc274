package de.einsnull.boot.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without these, city IT would look for a typing error in the log of a platform that never gets ready. */
class SettingsCheckTest {

    private static final String METATYPE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
              <OCD id="Door" name="Door">
                <AD id="mode" type="String" default="embedded">
                  <Option label="%a" value="embedded"/>
                  <Option label="%b" value="external"/>
                </AD>
                <AD id="port" type="Integer" min="1" max="65535" default="1883"/>
                <AD id="bytes" type="Long" default="1"/>
                <AD id="share" type="Double" min="0" max="0.5" default="0.1"/>
                <AD id="enabled" type="Boolean" default="true"/>
                <AD id="topics" type="String" cardinality="2147483647" default=""/>
                <AD id="password" type="Password" required="false"/>
              </OCD>
              <Designate pid="city.door"><Object ocdref="Door"/></Designate>
              <OCD id="User" name="User">
                <AD id="name" type="String"/>
                <AD id="publish" type="String" cardinality="2147483647" default=""/>
              </OCD>
              <Designate factoryPid="city.user"><Object ocdref="User"/></Designate>
            </metatype:MetaData>
            """;

    @TempDir
    private Path home;

    private Path etc;

    @BeforeEach
    void unpack() throws IOException {
        etc = Files.createDirectories(home.resolve("etc"));
        write("system.properties", "door.port = 1884\neinsnull.secrets = " + home.resolve("secrets") + "\n");
        var folder = Files.createDirectories(home.resolve("system/de/einsnull/door/1"));
        try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve("door-1.jar")))) {
            jar.putNextEntry(new ZipEntry("OSGI-INF/metatype/door.xml"));
            jar.write(METATYPE.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void settingsThatMakeSenseStopNothing() throws Exception {
        Files.createDirectories(home.resolve("secrets"));
        Files.writeString(home.resolve("secrets/door"), "hidden");
        write(
                "city.door.cfg",
                """
                # a comment with \\uxxxx
                mode = external
                port = ${door.port}
                bytes = 5
                share = 0.25
                enabled = false
                topics = a/b, c
                password = $[secret:door]
                """);
        write("city.user-gateway.cfg", "name = \"gateway\"\npublish = [ \"a\", \"b\" ]\n");
        write("city.user~meter.config", "name=\"meter\"\nservice.ranking=I\"5\"\n");
        write("somebody.else.cfg", "anything = goes ${nowhere}\n");

        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port = abc | port is 'abc' but must be a whole number from 1 to 65535",
                "port = 70000 | port is '70000' but must be a whole number from 1 to 65535",
                "port = | port is '' but must be a whole number",
                "bytes = 2 MB | bytes is '2 MB' but must be a whole number",
                "share = 0.75 | share is '0.75' but must be a number from 0 to 0.5",
                "enabled = yes | enabled is 'yes' but must be true or false",
                "mode = both | mode is 'both' but must be one of embedded, external",
                "topics = [ \"a\", \"b\" | separate its values by commas",
                "claim = \\u00zz | four digits",
                "password = $[secret:door] | needs the secret 'door'; write it into the file",
                "password = $[env:EINSNULL_SURELY_NOT_SET] | needs the environment variable EINSNULL_SURELY_NOT_SET",
                "password = $[prop:surely.not.set] | needs the property surely.not.set"
            })
    void whatIsWrongIsSaidWithFileLineAndAdvice(String line, String sentence) throws Exception {
        write("city.door.cfg", "# first\n\n" + line + "\n");

        assertThatThrownBy(this::check)
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(etc.resolve("city.door.cfg") + ", line 3: ")
                .hasMessageContaining(sentence)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    /** The file with the reference is right; the mistake is elsewhere. */
    @Test
    void aValueFromElsewhereIsTracedBack() throws Exception {
        write("system.properties", "door.port = abc\n");
        write("city.door.cfg", "port = ${door.port}\n");

        assertThatThrownBy(this::check)
                .hasMessageContaining("'abc'")
                .hasMessageContaining("it comes from ${door.port}");
    }

    @Test
    void aReferenceWithADefaultNeedsNothing() throws Exception {
        write("city.door.cfg", "password = $[secret:door;default=none]\nport = $[env:NOT_SET_AT_ALL;default=5]\n");

        assertThat(check()).isEmpty();
    }

    /** Secrets also stand in the settings of modules that describe nothing. */
    @Test
    void aMissingSecretIsFoundInEveryFile() throws Exception {
        write("somebody.else.cfg", "key = $[secret:other]\n");

        assertThatThrownBy(this::check).hasMessageContaining("the secret 'other'");
    }

    @Test
    void anAccountWithoutNameIsRefused() throws Exception {
        write("city.user-gateway.cfg", "publish = a\n");

        assertThatThrownBy(this::check).hasMessageContaining("city.user-gateway.cfg: the setting name is missing");
    }

    @Test
    void theHttpPortIsANumber() throws Exception {
        write("system.properties", "\neinsnull.http.port = http\n");

        assertThatThrownBy(this::check).hasMessageContaining("system.properties, line 2: einsnull.http.port is 'http'");
    }

    @Test
    void aDamagedFileIsRefused() throws Exception {
        write("somebody.else.cfg", "key = a\0b\n");

        assertThatThrownBy(this::check).hasMessageContaining("damaged");
    }

    /** An old setting must not stop the platform after an upgrade, but a misspelt one must not pass unseen. */
    @Test
    void anUnknownKeyIsAWarning() throws Exception {
        write("city.door.cfg", "port = 1\nprot = 2\nservice.ranking = 5\nthing.target = (a=b)\n");

        assertThat(check()).singleElement().asString().contains("city.door.cfg, line 2", "there is no setting prot");
    }

    private List<String> check() throws Exception {
        return new SettingsCheck(Schema.of(home.resolve("system")), SystemSettings.read(etc)).check(etc);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(etc.resolve(name), content);
    }
}
