package de.einsnull.modules.rest;

import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.Operation;
import de.einsnull.modules.api.Plan;
import java.time.Instant;
import java.util.List;

/**
 * A change that is or was being carried out.
 *
 * @param id what identifies it
 * @param plan what is done
 * @param actor account that asked for it
 * @param startedAt when it began
 * @param progress what was done so far
 * @param outcome how it ended, missing while it runs
 * @param reason why it did not succeed, missing while it runs and for success
 */
public record OperationView(
        String id,
        Plan plan,
        String actor,
        Instant startedAt,
        List<Operation.Progress> progress,
        Operation.Outcome outcome,
        Finding reason) {

    static OperationView of(Operation operation) {
        return new OperationView(
                operation.id(),
                operation.plan(),
                operation.actor(),
                operation.startedAt(),
                operation.progress(),
                operation.outcome().orElse(null),
                operation.reason().orElse(null));
    }
}
