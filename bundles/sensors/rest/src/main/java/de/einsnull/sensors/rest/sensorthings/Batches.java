package de.einsnull.sensors.rest.sensorthings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.einsnull.sensors.sensorthings.json.Bodies;
import de.einsnull.sensors.sensorthings.store.EntityStore;
import de.einsnull.web.api.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers {@code $batch}: steps one after the other, a group of steps all or none. A later step may name what an earlier one
 * has created: {@code $id} at the beginning of its address or as an {@code @iot.id} in its body.
 */
final class Batches {

    private static final int MOST_STEPS = 1_000;

    private final Service service;
    private final EntityStore store;
    private final Bodies bodies;
    private final Scribe scribe;

    Batches(Service service, EntityStore store, Bodies bodies, Scribe scribe) {
        this.service = service;
        this.store = store;
        this.bodies = bodies;
        this.scribe = scribe;
    }

    /**
     * A step that is asked for.
     *
     * @param group steps with the same name belong together; empty for one that stands alone
     */
    record Step(String id, String group, String method, String url, String contentType, String body) {}

    /** What became of a step: an answer to what was called, or a problem. */
    record Done(Step step, Optional<Call> call, Optional<Answer> answer, Optional<ProblemException> problem) {

        int status() {
            return answer.map(Answer::status)
                    .orElseGet(() -> problem.orElseThrow().problem().status());
        }
    }

    /** Ends a group, so that what it has done is undone. */
    private static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient Done done;

        Broken(Done done) {
            super(done.problem().orElseThrow());
            this.done = done;
        }
    }

    Answer answer(Call call, Caller caller) {
        if (call.has("multipart/mixed")) {
            var multipart = new MultipartBatch();
            return multipart.answer(run(limited(multipart.steps(call)), caller));
        }
        if (call.has(Answer.JSON)) {
            var json = new JsonBatch(bodies);
            return json.answer(run(limited(json.steps(call)), caller));
        }
        throw Refusals.mediaType("multipart/mixed, application/json");
    }

    private static List<Step> limited(List<Step> steps) {
        if (steps.size() > MOST_STEPS) {
            throw Refusals.option(
                    "Höchstens " + MOST_STEPS + " Schritte in einer Anfrage.",
                    MOST_STEPS + " steps at most in a request.");
        }
        return steps;
    }

    /** Each group comes as a list; one that broke has its failed step only. */
    private List<List<Done>> run(List<Step> steps, Caller caller) {
        var done = new ArrayList<List<Done>>();
        Map<String, String> created = new HashMap<>();
        for (int from = 0; from < steps.size(); ) {
            int to = from + 1;
            var group = steps.get(from).group();
            while (!group.isEmpty()
                    && to < steps.size()
                    && steps.get(to).group().equals(group)) {
                to++;
            }
            var part = steps.subList(from, to);
            done.add(group.isEmpty() ? List.of(step(part.get(0), caller, created)) : together(part, caller, created));
            from = to;
        }
        writeDown(done, caller);
        return done;
    }

    private void writeDown(List<List<Done>> groups, Caller caller) {
        var done = groups.stream()
                .flatMap(List::stream)
                .filter(d -> d.answer().isPresent())
                .toList();
        scribe.batch(
                caller,
                done.stream().map(d -> d.call().orElseThrow()).toList(),
                done.stream().map(d -> d.answer().orElseThrow()).toList());
    }

    private List<Done> together(List<Step> steps, Caller caller, Map<String, String> created) {
        try {
            return store.together(() -> {
                var done = new ArrayList<Done>(steps.size());
                for (var step : steps) {
                    var result = step(step, caller, created);
                    if (result.problem().isPresent()) {
                        throw new Broken(result);
                    }
                    done.add(result);
                }
                return done;
            });
        } catch (Broken e) {
            return List.of(e.done);
        }
    }

    private Done step(Step step, Caller caller, Map<String, String> created) {
        try {
            var call = call(step, caller, created);
            var answer = service.single(call, caller);
            answer.location().ifPresent(l -> created.put("$" + step.id(), l));
            return new Done(step, Optional.of(call), Optional.of(answer), Optional.empty());
        } catch (ProblemException e) {
            return new Done(step, Optional.empty(), Optional.empty(), Optional.of(e));
        }
    }

    private Call call(Step step, Caller caller, Map<String, String> created) {
        var url = new StepAddress(caller.base()).resolved(step.url(), created);
        var body = step.body().contains("$") ? withIds(step.body(), created) : step.body();
        return new Call(
                step.method(),
                url.path(),
                url.query(),
                step.contentType(),
                () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private String withIds(String body, Map<String, String> created) {
        var json = bodies.read(body);
        replace(json, created);
        return json.toString();
    }

    private static void replace(JsonNode json, Map<String, String> created) {
        if (json instanceof ObjectNode object
                && object.get("@iot.id") instanceof TextNode name
                && created.containsKey(name.textValue())) {
            var location = created.get(name.textValue());
            object.put(
                    "@iot.id",
                    Long.parseLong(location.substring(location.lastIndexOf('(') + 1, location.length() - 1)));
        }
        json.forEach(child -> replace(child, created));
    }
}
