package de.einsnull.sensors.rest.sensorthings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.einsnull.web.api.Problem;

/** A problem within a batch, in the form in which other servers write it and clients read it. */
final class BatchProblem {

    private static final int NOT_FOUND = 404;

    private BatchProblem() {}

    static ObjectNode json(Problem problem) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", problem.status())
                .put("type", "error")
                .put(
                        "message",
                        problem.status() == NOT_FOUND
                                ? "Not Found"
                                : problem.detail().en());
    }
}
