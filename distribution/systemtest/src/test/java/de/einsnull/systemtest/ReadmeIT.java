package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.harness.MqttLoad;
import de.einsnull.harness.MqttLoad.Message;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first thing a newcomer tries is what the README says. It must work as it stands there. */
@ExtendWith(DemoCity.class)
class ReadmeIT {

    private static final Duration ON_THE_MAP = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Instead of mosquitto_pub where it is not installed: prints the arguments as the shell made them. */
    private static final String ARGUMENTS = "mosquitto_pub() { printf '%s\\0' \"$@\"; }\n";

    @Test
    void theUplinkOfTheReadmeChangesTheMapWithinTwoSeconds(City city) throws Exception {
        String readme = Files.readString(Path.of(System.getProperty("einsnull.root"), "README.md"));
        String bay = only("\n\"(.+)\" changes within two seconds", readme);
        String free = only("```\n(mosquitto_pub .+?)```", readme)
                .replace("-p 1883", "-p " + city.mqttPort())
                .replace(".run/data", city.data().toString());
        String occupied = free.replace("\\x94", "\\x95");
        assertThat(occupied).isNotEqualTo(free);
        run(occupied, city);
        Waits.untilEqual("the state on the map", LIMIT, "OCCUPIED", () -> state(city, bay));
        // The README's counter and time count seconds: within the same one it would be the same message.
        long second = Instant.now().getEpochSecond();
        Waits.until("the next second", LIMIT, () -> Instant.now().getEpochSecond() > second);

        run(free, city);

        Waits.untilEqual("the state on the map", ON_THE_MAP, "FREE", () -> state(city, bay));
    }

    private static String only(String pattern, String text) {
        var matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).as(pattern + " in the README").isTrue();
        return matcher.group(1);
    }

    private static String state(City city, String name) throws IOException {
        for (JsonNode feature : JSON.readTree(
                        city.get("/de/stadtkarte/ebenen/parking-bays.geojson").body())
                .get("features")) {
            if (feature.get("properties").get("name").asText().equals(name)) {
                return feature.get("properties").get("state").asText();
            }
        }
        throw new IllegalStateException(name + " is not on the map");
    }

    private static void run(String command, City city) throws Exception {
        if (isInstalled()) {
            shell(command);
        } else {
            List<String> arguments = List.of(shell(ARGUMENTS + command).split("\0"));
            try (MqttLoad client = new MqttLoad(city.mqttPort(), after("-u", arguments), after("-P", arguments), 1)) {
                byte[] payload = after("-m", arguments).getBytes(StandardCharsets.UTF_8);
                client.publish(1, number -> new Message(after("-t", arguments), payload), LIMIT);
            }
        }
    }

    private static boolean isInstalled() throws Exception {
        return new ProcessBuilder("bash", "-c", "command -v mosquitto_pub")
                        .start()
                        .waitFor()
                == 0;
    }

    private static String after(String option, List<String> arguments) {
        return arguments.get(arguments.indexOf(option) + 1);
    }

    private static String shell(String script) throws Exception {
        Process process = new ProcessBuilder("bash", "-c", script)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(script).isZero();
        return output;
    }
}
