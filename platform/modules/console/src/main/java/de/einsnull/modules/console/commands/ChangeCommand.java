package de.einsnull.modules.console.commands;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.ModuleInstaller;
import de.einsnull.modules.api.Operation;
import de.einsnull.modules.api.Plan;
import de.einsnull.modules.console.ConsoleUser;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.locks.LockSupport;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** Changes a module: shows what would happen, asks, does it and tells how it goes on. */
abstract class ChangeCommand extends ModuleCommand {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Option(name = "-y", aliases = "--yes", description = "Does it without asking")
    boolean yes;

    @Reference
    ModuleInstaller installer;

    Sources sources() {
        return new Sources(catalogue, installer, session);
    }

    /** What would happen, printed. */
    Plan preview(Change change) throws CommandFailed {
        Plan plan;
        try {
            plan = installer.preview(change);
        } catch (NoSuchElementException e) {
            throw new CommandFailed("City IT has installed no module " + change.target() + ".");
        }
        PlanTables.plan(plan, out());
        if (!plan.isAllowed()) {
            throw new CommandFailed("Refused. Nothing was changed.");
        }
        return plan;
    }

    /** Previews, asks unless told not to, and carries out; returns when it is over. */
    void change(Change.Action action, String target) throws IOException, CommandFailed {
        var change = new Change(action, target);
        preview(change);
        if (!yes) {
            ask();
        }
        try {
            follow(installer.apply(change, ConsoleUser.of(session).id()).id());
        } catch (IllegalStateException e) {
            throw new CommandFailed("Refused. Nothing was changed. " + e.getMessage());
        }
    }

    private void ask() throws IOException, CommandFailed {
        String answer;
        try {
            answer = session.readLine("Carry it out? Type yes: ", null);
        } catch (UnsupportedOperationException e) {
            throw new CommandFailed("Nothing was changed. Nobody is there to be asked: add --yes.");
        }
        if (answer == null || !answer.strip().equals("yes")) {
            throw new CommandFailed("Nothing was changed.");
        }
    }

    private void follow(String id) throws CommandFailed {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int told = 0;
        while (!Thread.interrupted() && System.nanoTime() < end) {
            Operation operation = installer
                    .operation(id)
                    .orElseThrow(() -> new CommandFailed("The operation is not known any more; see the history."));
            List<Operation.Progress> steps = operation.progress();
            steps.subList(told, steps.size()).forEach(step -> out().println(step.english()));
            told = steps.size();
            if (operation.outcome().isPresent()) {
                end(operation);
                return;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        throw new CommandFailed("Not waited any longer; it goes on. einsnull:modules-history tells how it ends.");
    }

    private void end(Operation operation) throws CommandFailed {
        String reason = operation.reason().map(one -> " " + one.english()).orElse("");
        switch (operation.outcome().orElseThrow()) {
            case SUCCEEDED -> out().flush();
            case ROLLED_BACK -> throw new CommandFailed("Rolled back; what ran before runs again." + reason);
            case FAILED -> throw new CommandFailed("Failed." + reason);
        }
    }
}
