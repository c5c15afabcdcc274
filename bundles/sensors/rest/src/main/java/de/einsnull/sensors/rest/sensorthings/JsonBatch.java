package de.einsnull.sensors.rest.sensorthings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.einsnull.sensors.rest.sensorthings.Batches.Done;
import de.einsnull.sensors.rest.sensorthings.Batches.Step;
import de.einsnull.sensors.sensorthings.json.Bodies;
import de.einsnull.sensors.sensorthings.json.BodyException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A batch in JSON, as OData 4.01 and other servers of SensorThings have it. */
final class JsonBatch {

    private final Bodies bodies;

    JsonBatch(Bodies bodies) {
        this.bodies = bodies;
    }

    List<Step> steps(Call call) {
        var requests = bodies.read(call.body().get()).path("requests");
        if (!requests.isArray()) {
            throw new BodyException("/requests", "erwartet wird eine Liste [...]", "expected a list [...]");
        }
        var steps = new ArrayList<Step>(requests.size());
        for (int i = 0; i < requests.size(); i++) {
            steps.add(step(requests.get(i), "/requests/" + i));
        }
        return steps;
    }

    private static Step step(JsonNode request, String pointer) {
        for (var name : List.of("id", "method", "url")) {
            if (!request.path(name).isTextual()) {
                throw new BodyException(pointer + "/" + name, "erwartet wird ein Text", "expected a text");
            }
        }
        var body = request.path("body");
        return new Step(
                request.path("id").textValue(),
                request.path("atomicityGroup").asText(),
                request.path("method").textValue().toUpperCase(Locale.ROOT),
                request.path("url").textValue(),
                contentType(request.path("headers")),
                body.isMissingNode() ? "" : body.toString());
    }

    private static String contentType(JsonNode headers) {
        for (var header : headers.properties()) {
            if (header.getKey().equalsIgnoreCase("content-type")) {
                return header.getValue().asText();
            }
        }
        return Answer.JSON;
    }

    Answer answer(List<List<Done>> groups) {
        var answer = bodies.mapper().createObjectNode();
        var responses = answer.putArray("responses");
        groups.forEach(group -> group.forEach(done -> response(responses, done)));
        return Answer.ok(Answer.JSON, answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void response(ArrayNode responses, Done done) {
        var response = responses.addObject().put("id", done.step().id()).put("status", done.status());
        done.problem().ifPresent(p -> response.set("body", BatchProblem.json(p.problem())));
        done.answer().ifPresent(a -> {
            a.location().ifPresent(l -> response.put("location", l));
            if (a.body().length > 0) {
                body(response, a);
            }
        });
    }

    private void body(ObjectNode response, Answer answer) {
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        try {
            if (answer.contentType().contains("json")) {
                response.set("body", bodies.mapper().readTree(text));
            } else {
                response.put("body", text);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
