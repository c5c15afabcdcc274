package de.einsnull.modules.core.install;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.Operation;
import de.einsnull.modules.api.Plan;
import de.einsnull.modules.core.Words;
import de.einsnull.portal.api.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** An operation while it runs and after. Read from any thread, changed by the installer's. */
final class RunningOperation {

    private final String id = UUID.randomUUID().toString();
    private final Plan plan;
    private final String actor;
    private final Clock clock;
    private final Instant startedAt;
    private final BiConsumer<Operation, Operation.Progress> listener;
    private final List<Operation.Progress> progress = new CopyOnWriteArrayList<>();
    private volatile Operation.Outcome outcome;
    private volatile Finding reason;

    RunningOperation(Plan plan, String actor, Clock clock, BiConsumer<Operation, Operation.Progress> listener) {
        this.plan = plan;
        this.actor = actor;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.listener = listener;
    }

    String id() {
        return id;
    }

    /** Tells everybody what was done. */
    void tell(String key) {
        Sentence sentence = Words.sentence(key);
        var step = new Operation.Progress(
                clock.instant(), Words.in(Language.DE, sentence), Words.in(Language.EN, sentence), sentence);
        progress.add(step);
        listener.accept(view(), step);
    }

    void end(Operation.Outcome how, Optional<Finding> why) {
        reason = why.orElse(null);
        outcome = how;
        tell("progress." + how);
    }

    boolean isOver() {
        return outcome != null;
    }

    Operation view() {
        return new Operation(
                id, plan, actor, startedAt, progress, Optional.ofNullable(outcome), Optional.ofNullable(reason));
    }
}
