package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.testkit.city.City;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The first start, the second one, and the one after a crash. */
class StartIT {

    @Test
    void aSecondStartAndOneAfterACrashFindEverything() throws Exception {
        try (City city = City.create("start").start()) {
            String password = city.adminPassword();
            assertThat(signedIn(city, password)).isEqualTo(200);

            city.stop();
            city.start();
            assertThat(city.adminPassword()).isEqualTo(password);
            assertThat(signedIn(city, password)).as("after a clean stop").isEqualTo(200);

            city.kill();
            city.start();
            assertThat(signedIn(city, password)).as("after kill -9").isEqualTo(200);
            assertThat(signedIn(city, password + "x"))
                    .as("with a wrong password")
                    .isEqualTo(401);
        }
    }

    /** A secret that others on the machine can read is none. */
    @Test
    void onlyItsOwnerReadsTheSecretsAndNoDefaultPasswordExists() throws Exception {
        try (City city = City.create("secrets").start()) {
            Path secrets = city.data().resolve("secrets");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                    .isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(secrets)) {
                assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(
                                PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------"));
            }
            assertThat(city.adminPassword()).hasSizeGreaterThanOrEqualTo(16);
            for (String guess : List.of("admin", "karaf", "einsnull", "password")) {
                assertThat(signedIn(city, guess)).as(guess).isEqualTo(401);
            }
        }
    }

    /** Status of a page that only city IT may see. */
    private static int signedIn(City city, String password) throws Exception {
        String basic = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        return city.send(HttpRequest.newBuilder(city.url("/metrics")).header("Authorization", "Basic " + basic))
                .statusCode();
    }
}
