package de.einsnull.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library that is not in the bill is one whose hole nobody hears of. */
class BillTest {

    private static final Path ASSEMBLY = Path.of(System.getProperty("einsnull.assembly"));
    private static final File BILL = new File(System.getProperty("einsnull.bom"));

    @Test
    void everyJarOfTheArchiveAndEveryJarInAJarIsInIt() throws Exception {
        var shipped = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(ASSEMBLY)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".jar")).toList()) {
                jars(ASSEMBLY.relativize(file).toString(), Files.readAllBytes(file), shipped);
            }
        }

        assertThat(shipped).hasSizeGreaterThan(150);
        assertThat(listed()).containsAllEntriesOf(shipped);
    }

    /** One of each kind: Karaf's own, one that only features.xml names, one inside a bundle, one without a pom in it. */
    @Test
    void whatIsKnownToBeShippedIsNamedWithVersionAndLicence() throws Exception {
        var bill = new ObjectMapper().readTree(BILL).toString();

        assertThat(bill)
                .contains("\"pkg:maven/org.apache.felix/org.apache.felix.framework@")
                .contains("\"pkg:maven/org.postgresql/postgresql@")
                .contains("\"pkg:maven/io.netty/netty-handler@")
                .contains("\"pkg:maven/com.github.ben-manes.caffeine/caffeine@")
                .contains("\"pkg:maven/org.apache.cxf/cxf-core@")
                .contains("\"pkg:npm/maplibre-gl@");
        assertThat(new ObjectMapper().readTree(BILL).findParents("purl"))
                .allSatisfy(part -> assertThat(part.has("licenses"))
                        .as(part.path("purl").asText())
                        .isTrue());
    }

    @Test
    void aJarThatNothingIsKnownAboutStopsTheBuild(@TempDir Path home, @TempDir Path repository) throws Exception {
        Files.createDirectories(home.resolve("lib"));
        Files.write(home.resolve("lib/mystery.jar"), jarWith("a.txt", new byte[0]));

        assertThatThrownBy(() -> new Contents(new Origins(repository)).of(home))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("lib/mystery.jar");
    }

    private static void jars(String location, byte[] content, Map<String, String> found) throws IOException {
        found.put(location, Contents.sha256(content));
        try (var jar = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    jars(location + "!/" + entry.getName(), jar.readAllBytes(), found);
                }
            }
        }
    }

    private static byte[] jarWith(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(new ZipEntry(name));
            jar.write(content);
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> listed() throws IOException {
        var listed = new HashMap<String, String>();
        collect(new ObjectMapper().readTree(BILL).path("components"), listed);
        return listed;
    }

    private static void collect(JsonNode components, Map<String, String> listed) {
        components.forEach(component -> {
            listed.put(
                    component.at("/evidence/occurrences/0/location").asText(),
                    component.at("/hashes/0/content").asText());
            collect(component.path("components"), listed);
        });
    }
}
