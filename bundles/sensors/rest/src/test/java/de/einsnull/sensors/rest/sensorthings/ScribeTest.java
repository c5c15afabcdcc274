package de.einsnull.sensors.rest.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who asks later who changed a series must find an answer, and not drown in observations. */
class ScribeTest {

    private final Api api = new Api();

    @Test
    void whoChangedWhichEntityIsWrittenDown() {
        long thing = api.station("Markt");
        var path = "Things(" + thing + ")";

        api.send("PATCH", path, "{`description`: `neu`}");
        api.get(path);
        api.status("PATCH", path, "{`name`: 5}");
        api.send("DELETE", "Sensors?$filter=id eq 0", "");
        api.send("DELETE", path, "");

        assertThat(api.audit().lines())
                .containsExactly(
                        "ada sensorthings.created " + path + " true",
                        "ada sensorthings.changed " + path + " true",
                        "ada sensorthings.deleted Sensors ($filter) true",
                        "ada sensorthings.deleted " + path + " true");
    }

    @Test
    void observationsDoNotFloodTheTrail() {
        long stream = api.datastream(api.station("Markt"));
        var set = "Datastreams(" + stream + ")/Observations";

        for (int i = 0; i < 100; i++) {
            api.post(set, "{`result`: 5}");
        }
        api.send("POST", "CreateObservations", rows(stream));
        api.clock().advance(Duration.ofMinutes(61));
        api.post(set, "{`result`: 5}");
        api.post(set, "{`result`: 6}");

        assertThat(api.audit().lines().stream().skip(1))
                .containsExactly(
                        "ada sensorthings.observed " + set + " true",
                        "ada sensorthings.observed CreateObservations true",
                        "ada sensorthings.observed " + set + " true");
    }

    private static String rows(long stream) {
        return "[{`Datastream`: {`@iot.id`: " + stream + "}, `components`: [`result`], `dataArray`: [[1], [2]]}]";
    }

    @Test
    void aBatchIsOneEntryWithWhatWasDone() {
        long thing = api.station("Markt");
        long stream = api.datastream(thing);

        api.send(
                "POST",
                "$batch",
                """
                {`requests`: [
                  {`id`: `1`, `method`: `patch`, `url`: `Things(%d)`, `body`: {`name`: `b`}},
                  {`id`: `2`, `method`: `get`, `url`: `Things(%d)`},
                  {`id`: `3`, `method`: `delete`, `url`: `Things(987654)`},
                  {`id`: `4`, `method`: `post`, `url`: `Datastreams(%d)/Observations`, `body`: {`result`: 1}}]}
                """
                        .formatted(thing, thing, stream));

        assertThat(api.audit().lines().stream().skip(1))
                .containsExactly(
                        "ada sensorthings.batch Things(" + thing + "), Datastreams(" + stream + ")/Observations true");
    }
}
