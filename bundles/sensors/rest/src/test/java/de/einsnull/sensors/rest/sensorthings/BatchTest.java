package de.einsnull.sensors.rest.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.einsnull.sensors.sensorthings.json.Bodies;
import de.einsnull.web.api.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that sends many things at once must be able to tell what became of each. */
class BatchTest {

    private static final String SENSOR = "{`name`:`s`,`description`:``,`encodingType`:`text/plain`,`metadata`:`m`}";

    private final Api api = new Api();
    private long thing;

    @BeforeEach
    void city() {
        thing = api.station("Markt");
    }

    private String multipart(String... lines) {
        var text = String.join("\r\n", lines);
        return Api.text(api.call(Api.STAFF, "POST", "$batch", "multipart/mixed;boundary=b1", text));
    }

    @Test
    void partsAreAnsweredInTheirOrder() {
        var answer = multipart(
                "--b1",
                "Content-Type: application/http",
                "",
                "GET /v1.1/Things(" + thing + ")?$select=name HTTP/1.1",
                "Host: x",
                "",
                "",
                "--b1",
                "Content-Type: application/http",
                "",
                "GET " + Api.BASE + "/Things?$filter=properties/height%20eq%202&$select=name&$count=true HTTP/1.1",
                "",
                "",
                "--b1",
                "Content-Type: application/http",
                "",
                "GET /sensorthings/v1.1/Things(99999) HTTP/1.1",
                "",
                "",
                "--b1--");

        var boundary = answer.substring(2, answer.indexOf('\n'));
        assertThat(answer)
                .isEqualTo(String.join(
                        "\n",
                        "--" + boundary,
                        "Content-Type: application/http",
                        "",
                        "http/1.1 200 no text",
                        "Content-Type: application/json; charset=UTF-8",
                        "",
                        "{\"name\":\"Markt\"}",
                        "--" + boundary,
                        "Content-Type: application/http",
                        "",
                        "http/1.1 200 no text",
                        "Content-Type: application/json; charset=UTF-8",
                        "",
                        "{\"@iot.count\":1,\"value\":[{\"name\":\"Markt\"}]}",
                        "--" + boundary,
                        "Content-Type: application/http",
                        "",
                        "http/1.1 404 no text",
                        "",
                        "{\"code\":404,\"type\":\"error\",\"message\":\"Not Found\"}",
                        "--" + boundary + "--"));
    }

    @Test
    void whatAChangesetCreatesCanBeNamedInIt() {
        var answer = multipart(
                "--b1",
                "Content-Type: multipart/mixed; boundary=\"c 1\"",
                "",
                "--c 1",
                "Content-Type: application/http",
                "Content-ID: sensor1",
                "",
                "POST Sensors HTTP/1.1",
                "Content-Type: application/json",
                "",
                SENSOR,
                "--c 1",
                "Content-Type: application/http",
                "Content-ID: any",
                "",
                "POST /v1.1/Things(" + thing + ")/Datastreams HTTP/1.1",
                "Content-Type: application/json",
                "",
                "{`name`:`d`,`description`:``,`unitOfMeasurement`:{},`Sensor`:{`@iot.id`:`$sensor1`},"
                        + "`ObservedProperty`:{`name`:`p`,`definition`:`x`,`description`:``}}",
                "--c 1",
                "Content-Type: application/http",
                "Content-ID: patched",
                "",
                "PATCH $any HTTP/1.1",
                "Content-Type: application/json",
                "",
                "{`description`:`neu`}",
                "--c 1--",
                "--b1--");

        assertThat(answer).contains("Content-ID: any\n\nhttp/1.1 201 no text\nLocation: " + Api.BASE + "/Datastreams(");
        assertThat(answer).contains("Content-ID: patched\n\nhttp/1.1 200 no text\n\n\n");
        assertThat(api.json("Datastreams?$filter=description eq 'neu'").get("value"))
                .hasSize(1);
    }

    @Test
    void aChangesetIsDoneAsAWholeOrNotAtAll() {
        var answer = multipart(
                "--b1",
                "Content-Type: multipart/mixed; boundary=c1",
                "",
                "--c1",
                "Content-Type: application/http",
                "Content-ID: 1",
                "",
                "PATCH Things(" + thing + ") HTTP/1.1",
                "Content-Type: application/json",
                "",
                "{`name`:`neu`}",
                "--c1",
                "Content-Type: application/http",
                "Content-ID: 2",
                "",
                "POST Sensors HTTP/1.1",
                "Content-Type: application/json",
                "",
                "{`name`:`s`}",
                "--c1--",
                "--b1--");

        assertThat(answer).contains("http/1.1 400").contains("Content-ID: 2").doesNotContain("http/1.1 200");
        assertThat(api.json("Things(" + thing + ")").get("name").textValue()).isEqualTo("Markt");
    }

    @Test
    void theSameInJson() {
        var body =
                """
                {`requests`: [
                 {`id`: `0`, `method`: `get`, `url`: `Things(%d)?$select=name`},
                 {`id`: `s`, `atomicityGroup`: `g`, `method`: `post`, `url`: `Sensors`, `body`: %s},
                 {`id`: `d`, `atomicityGroup`: `g`, `method`: `post`, `url`: `$s/Datastreams`, `body`:
                   {`name`: `d`, `description`: ``, `unitOfMeasurement`: {}, `Thing`: {`@iot.id`: %d},
                    `ObservedProperty`: {`name`: `p`, `definition`: `x`, `description`: ``}}},
                 {`id`: `p`, `method`: `patch`, `headers`: {`content-type`: `application/json-patch+json`},
                  `url`: `Things(%d)`, `body`: [{`op`: `replace`, `path`: `/name`, `value`: `neu`}]},
                 {`id`: `x`, `method`: `get`, `url`: `Things(null)`}]}
                """
                        .formatted(thing, SENSOR, thing, thing);

        var answer = new Bodies().read(Api.text(api.send("POST", "$batch", body)));

        assertThat(answer.at("/responses/0/body/name").textValue()).isEqualTo("Markt");
        assertThat(answer.at("/responses/1/location").textValue()).startsWith(Api.BASE + "/Sensors(");
        assertThat(answer.at("/responses/2/status").intValue()).isEqualTo(201);
        assertThat(answer.at("/responses/3").has("body")).isFalse();
        assertThat(answer.at("/responses/4/status").intValue()).isEqualTo(404);
        assertThat(api.json("Things(" + thing + ")/name").get("name").textValue())
                .isEqualTo("neu");
    }

    /** Reading in bulk is for everybody; writing in bulk is not a way around the login. */
    @Test
    void aBatchGivesNoRights() {
        var body = "{`requests`:[{`id`:`1`,`method`:`get`,`url`:`Things`},{`id`:`2`,`method`:`delete`,`url`:`Things("
                + thing + ")`}]}";

        var answer = new Bodies().read(Api.text(api.call(Api.ANYBODY, "POST", "$batch", Answer.JSON, body)));

        assertThat(answer.at("/responses/0/status").intValue()).isEqualTo(200);
        assertThat(answer.at("/responses/1/status").intValue()).isEqualTo(401);
        assertThat(api.get("Things(" + thing + ")").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--b1", "--b1\r\n\r\n\r\n--b1--", "--b1\r\nContent-Type: multipart/mixed\r\n\r\n--b1--"})
    void aTornBatchIsRefused(String text) {
        var refusal = catchThrowableOfType(ProblemException.class, () -> multipart(text));

        assertThat(refusal.problem().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{`requests`:[{}]}", "{`requests`:[{`id`:`1`,`method`:`get`,`url`:5}]}", "["})
    void aBatchInWrongJsonIsRefused(String text) {
        assertThat(api.status("POST", "$batch", text)).isEqualTo(400);
    }

    @Test
    void aBatchWithinABatchIsNoBatch() {
        var body = "{`requests`:[{`id`:`1`,`method`:`post`,`url`:`$batch`,`body`:{`requests`:[]}}]}";

        assertThat(Api.text(api.send("POST", "$batch", body))).contains("404");
        assertThat(catchThrowableOfType(
                                ProblemException.class, () -> api.call(Api.STAFF, "POST", "$batch", "text/plain", ""))
                        .problem()
                        .status())
                .isEqualTo(415);
    }
}
