package de.einsnull.modules.core.install;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.ModuleDetails.Level;
import de.einsnull.modules.api.Operation.Outcome;
import de.einsnull.modules.core.Words;
import de.einsnull.modules.core.archive.BundleFile;
import de.einsnull.modules.core.health.ModuleHealth;
import de.einsnull.modules.core.health.Statement;
import de.einsnull.modules.core.state.Attempt;
import de.einsnull.modules.core.state.InstalledBundle;
import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.modules.core.state.ModuleStore;
import de.einsnull.portal.api.Language;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one change out, and undoes it if the module does not become well. Used by one thread. */
final class OperationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(OperationRunner.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final int WELL_IN_A_ROW = 2;

    private final ModuleStore store;
    private final FrameworkChanges framework;
    private final ModuleHealth health;
    private final Duration healthTimeout;
    private final Semaphore closed = new Semaphore(0);

    OperationRunner(ModuleStore store, FrameworkChanges framework, ModuleHealth health, Duration healthTimeout) {
        this.store = store;
        this.framework = framework;
        this.health = health;
        this.healthTimeout = healthTimeout;
    }

    /** How an operation ended, and why so. */
    record Result(Outcome outcome, Optional<Finding> reason) {}

    /** Ends a wait for health early: the platform stops. */
    void close() {
        closed.release();
    }

    /**
     * Carries out what was planned.
     *
     * @return how it ended
     * @throws IOException if the state cannot be written; the next start undoes what was begun
     */
    Result run(Target target, RunningOperation operation, String actor) throws IOException {
        store.change(state -> state.trying(
                new Attempt(target.change().action(), target.name(), target.fromVersion(), target.toVersion(), actor)));
        Result result;
        try {
            change(target, operation);
            commit(target);
            result = new Result(Outcome.SUCCEEDED, Optional.empty());
        } catch (ChangeFailed e) {
            LOG.warn("{} of module {} did not succeed", target.change().action(), target.name(), e);
            result = new Result(failed(target), Optional.of(e.finding()));
        }
        store.prune();
        return result;
    }

    private void change(Target target, RunningOperation operation) throws ChangeFailed, IOException {
        Optional<InstalledModule> after = target.after();
        if (after.isEmpty()) {
            operation.tell("progress.removing");
            framework.remove(target.name());
            return;
        }
        if (target.archive().isPresent()) {
            for (BundleFile bundle : target.archive().get().bundles()) {
                store.keep(bundle.file(), bundle.sha256());
            }
        }
        operation.tell("progress.exchanging");
        framework.bring(after.get(), differsFrom(target.before()));
        if (after.get().runs()) {
            operation.tell("progress.waiting");
            awaitHealth(after.get());
        }
    }

    /** Bundles whose content the module did not have before. */
    private static Predicate<InstalledBundle> differsFrom(Optional<InstalledModule> before) {
        List<String> known = before.map(InstalledModule::bundles).orElse(List.of()).stream()
                .map(InstalledBundle::sha256)
                .toList();
        return bundle -> !known.contains(bundle.sha256());
    }

    private void commit(Target target) throws IOException {
        store.change(state -> target.after().map(state::with).orElseGet(() -> state.without(target.name())));
    }

    private void awaitHealth(InstalledModule module) throws ChangeFailed {
        long end = System.nanoTime() + healthTimeout.toNanos();
        int well = 0;
        while (true) {
            List<Statement> bad = health.of(framework.bundles(module.name())).stream()
                    .filter(one -> one.level() == Level.BAD)
                    .distinct()
                    .toList();
            well = bad.isEmpty() ? well + 1 : 0;
            if (well == WELL_IN_A_ROW) {
                return;
            }
            if (bad.stream().anyMatch(Statement::isHopeless) || (!bad.isEmpty() && System.nanoTime() > end)) {
                throw new ChangeFailed(unwell(module, bad), null);
            }
            pause();
        }
    }

    private void pause() throws ChangeFailed {
        try {
            if (closed.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ChangeFailed.of("wait", new IllegalStateException("the platform stops"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ChangeFailed.of("wait", e);
        }
    }

    /** German and English have a check's own words as they are, which are English mostly; pages say them in their language. */
    private static Finding unwell(InstalledModule module, List<Statement> bad) {
        Sentence plain = Words.sentence("finding.not-healthy", module.version());
        List<Sentence> causes = bad.stream()
                .flatMap(one -> Stream.of(Words.sentence("finding.not-healthy.part", one.subject()), one.sentence()))
                .toList();
        return new Finding(
                Finding.Level.REFUSED,
                "not-healthy",
                module.name(),
                Words.in(Language.DE, plain) + " " + causes(bad, Language.DE),
                Words.in(Language.EN, plain) + " " + causes(bad, Language.EN),
                plain.and(causes));
    }

    private static String causes(List<Statement> bad, Language language) {
        return bad.stream()
                .map(one -> one.subject() + ": " + one.cause(language))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private Outcome failed(Target target) throws IOException {
        switch (target.change().action()) {
            case REMOVE, STOP -> {
                // What could not be stopped is not started again at the next start.
                commit(target);
                return Outcome.FAILED;
            }
            default -> {
                Outcome outcome = rollBack(target) ? Outcome.ROLLED_BACK : Outcome.FAILED;
                store.change(state -> state.trying(null));
                return outcome;
            }
        }
    }

    private boolean rollBack(Target target) {
        try {
            if (target.before().isPresent()) {
                Map<String, String> after = target.after().stream()
                        .flatMap(module -> module.bundles().stream())
                        .collect(Collectors.toMap(InstalledBundle::symbolicName, InstalledBundle::sha256));
                framework.bring(
                        target.before().get(), bundle -> !bundle.sha256().equals(after.get(bundle.symbolicName())));
            } else {
                framework.remove(target.name());
            }
            return true;
        } catch (ChangeFailed e) {
            LOG.error("Module {} could not be brought back; a restart of the platform does it", target.name(), e);
            return false;
        }
    }
}
