package de.einsnull.modules.core.install;

import static de.einsnull.modules.core.Findings.refused;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.ModuleInstaller;
import de.einsnull.modules.api.Operation;
import de.einsnull.modules.api.Operation.Outcome;
import de.einsnull.modules.api.Plan;
import de.einsnull.modules.api.Staged;
import de.einsnull.modules.core.archive.ModuleArchive;
import de.einsnull.modules.core.inspect.Inspected;
import de.einsnull.modules.core.inspect.Inspector;
import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.modules.core.state.ModuleStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes archives in and changes what is installed, one operation after the other. Thread-safe. */
public final class Installer implements ModuleInstaller {

    /** Where an archive came from if people sent it. */
    public static final String UPLOAD = "upload";

    private static final Logger LOG = LoggerFactory.getLogger(Installer.class);
    private static final int REMEMBERED = 100;

    private final ModuleStore store;
    private final Staging staging;
    private final Inspector inspector;
    private final long largestArchive;
    private final Offers offers;
    private final Planner planner;
    private final OperationRunner runner;
    private final ExecutorService executor;
    private final Witness witness;
    private final Clock clock;
    private final Deque<RunningOperation> operations = new ConcurrentLinkedDeque<>();
    private volatile String changing = "";

    Installer(Parts parts) {
        this.store = parts.store();
        this.staging = parts.staging();
        this.inspector = parts.inspector();
        this.largestArchive = parts.limits().archiveInBytes();
        this.offers = parts.offers();
        this.planner = parts.planner();
        this.runner = parts.runner();
        this.executor = parts.executor();
        this.witness = parts.witness();
        this.clock = parts.clock();
    }

    @Override
    public Staged stage(InputStream archive, String fileName) throws IOException {
        return stage(archive, fileName, UPLOAD);
    }

    /**
     * Takes an archive in.
     *
     * @param source where it came from, see {@code InstalledModule}
     */
    public Staged stage(InputStream archive, String fileName, String source) throws IOException {
        return inNewFolder(folder -> {
            Path file = folder.resolve("archive");
            Inspected inspected = Staging.copy(archive, file, largestArchive)
                    ? inspector.inspect(file, fileName, folder)
                    : Inspected.unreadable(tooLarge(fileName));
            return keep(inspected, folder, fileName, source);
        });
    }

    private interface Taking {
        Staged in(Path folder) throws IOException;
    }

    /** What breaks off in the middle leaves no trace either. */
    private Staged inNewFolder(Taking taking) throws IOException {
        Path folder = staging.newFolder();
        try {
            return taking.in(folder);
        } catch (IOException | RuntimeException e) {
            Staging.delete(folder);
            throw e;
        }
    }

    private Finding tooLarge(String fileName) {
        return refused("too-large", fileName, largestArchive >> 20);
    }

    @Override
    public Staged stage(String name, String version) throws IOException {
        return inNewFolder(folder -> {
            Offers.Fetched fetched = offers.fetch(name, version, folder);
            return keep(fetched.inspected(), folder, name, fetched.source());
        });
    }

    private Staged keep(Inspected inspected, Path folder, String fileName, String source) throws IOException {
        String id = folder.getFileName().toString();
        ModuleArchive archive = inspected.archive().orElse(null);
        var staged = new Staged(id, Described.of(inspected, fileName), inspected.findings());
        if (archive == null || inspected.isRefused()) {
            Staging.delete(folder);
        } else {
            staging.add(staged, inspected, folder, source);
        }
        return staged;
    }

    @Override
    public Optional<Staged> staged(String id) {
        return staging.entry(id).map(Staging.Entry::staged);
    }

    @Override
    public Plan preview(Change change) {
        return planner.plan(target(change));
    }

    private Target target(Change change) {
        return switch (change.action()) {
            case INSTALL, UPDATE -> {
                Staging.Entry entry = staging.entry(change.target())
                        .orElseThrow(() -> new NoSuchElementException("No staged archive " + change.target()));
                String name = entry.archive().name();
                yield new Target(change, name, store.state().module(name), Optional.of(entry));
            }
            default -> {
                var module = store.state()
                        .module(change.target())
                        .orElseThrow(() -> new NoSuchElementException("No installed module " + change.target()));
                yield new Target(change, module.name(), Optional.of(module), Optional.empty());
            }
        };
    }

    @Override
    public Operation apply(Change change, String actor) {
        Plan plan = preview(change);
        if (!plan.isAllowed()) {
            throw new IllegalStateException(plan.findings().get(0).english());
        }
        var operation = new RunningOperation(plan, actor, clock, witness::progress);
        operations.addFirst(operation);
        if (operations.size() > REMEMBERED) {
            operations.removeLast();
        }
        executor.execute(() -> carryOut(change, operation, actor));
        return operation.view();
    }

    private void carryOut(Change change, RunningOperation operation, String actor) {
        Plan plan = operation.view().plan();
        Optional<InstalledModule> before = store.state().module(plan.module());
        changing = plan.module();
        OperationRunner.Result result;
        try {
            result = runOrRefuse(target(change), operation, actor);
            staging.forget(change.target());
        } catch (IOException | RuntimeException e) {
            LOG.error("{} of module {} failed", change.action(), plan.module(), e);
            result = new OperationRunner.Result(
                    Outcome.FAILED,
                    Optional.of(ChangeFailed.of(plan.module(), e).finding()));
        }
        changing = "";
        if (change.action() == Change.Action.REMOVE
                && store.state().module(plan.module()).isEmpty()) {
            before.ifPresent(witness::removed);
        }
        witness.over(entry(plan, actor, result));
        operation.end(result.outcome(), result.reason());
    }

    /** Between the plan and now, another operation may have changed what the plan was made for. */
    private OperationRunner.Result runOrRefuse(Target target, RunningOperation operation, String actor)
            throws IOException {
        Optional<Finding> obstacle = planner.plan(target).findings().stream()
                .filter(finding -> finding.level() == Finding.Level.REFUSED)
                .findFirst();
        return obstacle.isPresent()
                ? new OperationRunner.Result(Outcome.FAILED, obstacle)
                : runner.run(target, operation, actor);
    }

    private HistoryEntry entry(Plan plan, String actor, OperationRunner.Result result) {
        return new HistoryEntry(
                clock.instant(),
                actor,
                plan.change().action(),
                plan.module(),
                plan.fromVersion(),
                plan.toVersion(),
                result.outcome(),
                result.reason().map(Finding::german).orElse(""),
                result.reason().map(Finding::sentence).orElse(Sentence.NONE));
    }

    @Override
    public Optional<Operation> operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .map(RunningOperation::view);
    }

    /** Name of the module that is being changed now, empty if none is. */
    public String changing() {
        return changing;
    }
}
