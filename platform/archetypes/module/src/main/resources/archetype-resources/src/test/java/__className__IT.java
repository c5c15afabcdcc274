package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Deployment;
import de.einsnull.testkit.city.RunningCity;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The module in the real platform. */
@ExtendWith(RunningCity.class)
class ${className}IT {

    @Test
    void whatComesInByRestIsStoredToldAndShown(City city) throws Exception {
        try (var module = Deployment.ofThisModule(city)) {
            city.awaitStatus("/en/${area}", 200);
            city.awaitStatus("/api/${area}", 200);

            var answer = city.send(city.asAdmin("/api/${area}")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"words\": \"A bench by the river\"}")));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            city.awaitText("/en/${area}", "A bench by the river", "Received");
            city.awaitText("/en/", "Suggestions");
        }
    }
}
