package de.einsnull.portal.shell.asset;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.shell.testing.MemoryResources;
import de.einsnull.portal.shell.testing.ShellResources;
import java.io.ByteArrayInputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {

    private static final long CSS_BUDGET_IN_BYTES = 45 << 10;

    private final MemoryResources files = new MemoryResources("trees")
            .with("static/map/tiles.js", "export const a = 1;\n".repeat(100))
            .with("secret.txt", "no");

    @Test
    void servesFilesOfTheFolderOnly() {
        var assets = new Assets(files);
        assertThat(assets.find("map/tiles.js")).isPresent();
        assertThat(assets.has("map/tiles.js")).isTrue();
        assertThat(assets.find("nothing.js")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret.txt", "map/../../secret.txt", "./a", "/a", "a//b", "a%2fb", ".hidden", "map\\a", ""})
    void refusesPathsThatLeadElsewhere(String path) {
        files.with("static/" + path, "x");
        assertThat(new Assets(files).find(path)).isEmpty();
    }

    @Test
    void changesTheAddressWithAnyFile() {
        String before = new Assets(files).address("map/tiles.js");
        assertThat(before).matches("/assets/trees/[0-9a-f]{16}/map/tiles\\.js");
        assertThat(new Assets(files).address("map/tiles.js")).isEqualTo(before);
        files.with("static/map/other.js", "");
        assertThat(new Assets(files).address("map/tiles.js")).isNotEqualTo(before);
    }

    @Test
    void compressesOnce() throws Exception {
        var assets = new Assets(files);
        var asset = assets.find("map/tiles.js").orElseThrow();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(asset.gzip())).readAllBytes())
                .isEqualTo(asset.body());
        assertThat(assets.find("map/tiles.js").orElseThrow()).isSameAs(asset);
    }

    @Test
    void doesNotCompressWhatIsCompressed() {
        assertThat(Asset.of("a.woff2", new byte[5000]).gzip()).isNull();
        assertThat(Asset.of("a.css", "a{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .gzip())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "a.js, text/javascript; charset=utf-8", "a.css, text/css; charset=utf-8", "a.woff2, font/woff2",
        "a.svg, image/svg+xml; charset=utf-8", "a.topo.json, application/json", "a.exe, application/octet-stream"
    })
    void knowsMediaTypes(String path, String mediaType) {
        assertThat(Asset.of(path, new byte[0]).mediaType()).isEqualTo(mediaType);
    }

    /** Serving a large map library from disk again and again is fine; filling the memory with it is not. */
    @Test
    void keepsOnlySoMuchInMemory() {
        files.with("static/large.bin", new byte[17 << 20]);
        var assets = new Assets(files);
        assertThat(assets.find("large.bin").orElseThrow())
                .isNotSameAs(assets.find("large.bin").orElseThrow());
    }

    /** A visitor on a slow line waits for the style sheets. */
    @Test
    void staysWithinTheBudgetForStyleSheets() {
        var assets = new Assets(new ShellResources());
        long bytes = assets.find("portal.css").orElseThrow().gzip().length
                + assets.find("vendor/kern/kern-subset.css").orElseThrow().gzip().length;
        assertThat(bytes).isLessThan(CSS_BUDGET_IN_BYTES);
    }
}
