package de.einsnull.sensors.rest.sensorthings;

import de.einsnull.sensors.rest.sensorthings.Batches.Done;
import de.einsnull.sensors.rest.sensorthings.Batches.Step;
import de.einsnull.sensors.rest.sensorthings.Multipart.Part;
import de.einsnull.sensors.sensorthings.json.BodyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A batch in {@code multipart/mixed} (18-088, clause 12). The answer is written the way other servers of SensorThings write
 * it, down to the status line and the line ends, since that is what their clients read.
 */
final class MultipartBatch {

    private static final String MIXED = "multipart/mixed";

    List<Step> steps(Call call) {
        var steps = new ArrayList<Step>();
        int groups = 0;
        for (var part : Multipart.parts(text(call), Multipart.boundary(call.contentType()))) {
            var type = part.header("content-type");
            if (!type.toLowerCase(Locale.ROOT).startsWith(MIXED)) {
                steps.add(step(part, ""));
                continue;
            }
            var group = "changeset" + groups++;
            Multipart.parts(part.content(), Multipart.boundary(type)).forEach(p -> steps.add(step(p, group)));
        }
        return steps;
    }

    private static String text(Call call) {
        try {
            return new String(call.body().get().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Step step(Part part, String group) {
        var text = part.content().stripLeading();
        int end = text.indexOf('\n');
        var line = (end < 0 ? text : text.substring(0, end)).strip().split("\\s+");
        if (line.length < 2) {
            throw new BodyException(
                    "",
                    "erwartet wird eine Zeile wie GET Things HTTP/1.1",
                    "expected a line such as GET Things HTTP/1.1");
        }
        var message = Multipart.part(end < 0 ? "" : text.substring(end + 1));
        return new Step(
                part.header("content-id"),
                group,
                line[0].toUpperCase(Locale.ROOT),
                line[1],
                message.headers().getOrDefault("content-type", Answer.JSON),
                message.content());
    }

    Answer answer(List<List<Done>> groups) {
        var boundary = boundary("batch_");
        var text = new StringBuilder();
        for (var group : groups) {
            text.append("--").append(boundary).append('\n');
            boolean whole = group.get(0).step().group().isEmpty()
                    || group.get(0).problem().isPresent();
            if (whole) {
                part(text, group.get(0));
            } else {
                changeset(text, group);
            }
        }
        text.append("--").append(boundary).append("--");
        return Answer.ok(MIXED + "; boundary=" + boundary, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** 40 characters. */
    private static String boundary(String prefix) {
        return (prefix + UUID.randomUUID().toString().replace("-", "") + "0000").substring(0, 40);
    }

    private static void changeset(StringBuilder text, List<Done> group) {
        var boundary = boundary("change_");
        text.append("Content-Type: ")
                .append(MIXED)
                .append("; boundary=")
                .append(boundary)
                .append("\n\n");
        for (var done : group) {
            text.append("--").append(boundary).append('\n');
            part(text, done);
        }
        text.append("--").append(boundary).append("--\n");
    }

    private static void part(StringBuilder text, Done done) {
        text.append("Content-Type: application/http\n");
        if (!done.step().id().isEmpty()) {
            text.append("Content-ID: ").append(done.step().id()).append('\n');
        }
        text.append("\nhttp/1.1 ").append(done.status()).append(" no text\n");
        done.answer().ifPresent(answer -> {
            if (!answer.contentType().isEmpty()) {
                text.append("Content-Type: ")
                        .append(withCharset(answer.contentType()))
                        .append('\n');
            }
            answer.location().ifPresent(l -> text.append("Location: ").append(l).append('\n'));
            text.append('\n').append(new String(answer.body(), StandardCharsets.UTF_8));
        });
        done.problem().ifPresent(p -> text.append('\n').append(BatchProblem.json(p.problem())));
        text.append('\n');
    }

    private static String withCharset(String contentType) {
        return contentType.equals(Answer.JSON) ? Answer.JSON + "; charset=UTF-8" : contentType;
    }
}
