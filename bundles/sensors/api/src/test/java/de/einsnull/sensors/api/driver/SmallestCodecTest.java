package de.einsnull.sensors.api.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Without this the contract could grow until a Stadtwerk needs a project for what is an afternoon's work. */
class SmallestCodecTest {

    @Test
    void aWholeCodecIsAtMostFortyLines() throws IOException {
        assertThat(lines("src/test/java/de/einsnull/sensors/api/driver/Lht65Codec.java"))
                .isBetween(10, 40);
    }

    @Test
    void itsPomIsAtMostTwelveLines() throws IOException {
        assertThat(lines("../../../platform/archetypes/driver-codec/src/main/resources/archetype-resources/pom.xml"))
                .isBetween(5, 12);
    }

    private static int lines(String file) throws IOException {
        return Files.readAllLines(Path.of(file)).size();
    }
}
