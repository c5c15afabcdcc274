package de.einsnull.modules.core.install;

import static de.einsnull.modules.core.Findings.refused;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.ModuleDetails.Contribution;
import de.einsnull.modules.api.Plan;
import de.einsnull.modules.core.Findings;
import de.einsnull.modules.core.inspect.PlatformView;
import de.einsnull.modules.core.state.InstalledBundle;
import de.einsnull.modules.core.state.InstalledModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;

/** Works out what a change would do, without doing it. */
final class Planner {

    private final FrameworkChanges framework;
    private final MigrationPlan migrations;
    private final SettingsPlan settings;
    private final Function<String, List<Contribution>> contributions;

    /**
     * @param framework shows who depends on whom
     * @param migrations knows the scripts
     * @param settings knows the settings
     * @param contributions what a module adds now
     */
    Planner(
            FrameworkChanges framework,
            MigrationPlan migrations,
            SettingsPlan settings,
            Function<String, List<Contribution>> contributions) {
        this.framework = framework;
        this.migrations = migrations;
        this.settings = settings;
        this.contributions = contributions;
    }

    Plan plan(Target target) {
        var findings = new Findings();
        target.staged().ifPresent(entry -> findings.addAll(entry.staged().findings()));
        checkAction(target, findings);
        List<Plan.Step> steps = new ArrayList<>(steps(target));
        steps.addAll(dependents(target, findings));
        boolean newContent = target.archive().isPresent();
        List<String> scripts = newContent ? migrations.scripts(target, findings) : List.of();
        return new Plan(
                target.change(),
                target.name(),
                target.fromVersion(),
                target.toVersion(),
                steps,
                scripts,
                target.archive().map(settings::needed).orElse(List.of()),
                takesAway(target.change().action()) ? contributions.apply(target.name()) : List.of(),
                findings.worstFirst());
    }

    private static boolean takesAway(Change.Action action) {
        return action == Change.Action.REMOVE || action == Change.Action.STOP;
    }

    private static void checkAction(Target target, Findings findings) {
        Change.Action action = target.change().action();
        if (action == Change.Action.INSTALL && target.before().isPresent()) {
            findings.add(refused("already-installed", target.name(), target.fromVersion()));
        }
        if (action == Change.Action.UPDATE && target.before().isEmpty()) {
            findings.add(refused("not-installed", target.name()));
        }
    }

    private List<Plan.Step> steps(Target target) {
        return switch (target.change().action()) {
            case STOP -> each(target.before(), Plan.Effect.STOP);
            case START -> each(target.before(), Plan.Effect.START);
            case REMOVE -> each(target.before(), Plan.Effect.REMOVE);
            default -> replacement(target);
        };
    }

    private static List<Plan.Step> each(Optional<InstalledModule> module, Plan.Effect effect) {
        return module.stream()
                .flatMap(one -> one.bundles().stream()
                        .map(bundle -> new Plan.Step(
                                effect,
                                bundle.symbolicName(),
                                bundle.version(),
                                effect == Plan.Effect.REMOVE ? "" : bundle.version(),
                                one.name())))
                .toList();
    }

    private static List<Plan.Step> replacement(Target target) {
        Map<String, InstalledBundle> before = byName(target.before());
        Map<String, InstalledBundle> after = byName(target.after());
        var steps = new ArrayList<Plan.Step>();
        before.forEach((name, bundle) -> {
            if (!after.containsKey(name)) {
                steps.add(new Plan.Step(Plan.Effect.REMOVE, name, bundle.version(), "", target.name()));
            }
        });
        after.forEach((name, bundle) -> {
            InstalledBundle old = before.get(name);
            if (old == null) {
                steps.add(new Plan.Step(Plan.Effect.ADD, name, "", bundle.version(), target.name()));
            } else if (!old.sha256().equals(bundle.sha256())) {
                steps.add(new Plan.Step(Plan.Effect.UPDATE, name, old.version(), bundle.version(), target.name()));
            }
        });
        return steps;
    }

    private static Map<String, InstalledBundle> byName(Optional<InstalledModule> module) {
        return module.stream()
                .flatMap(one -> one.bundles().stream())
                .collect(Collectors.toMap(
                        InstalledBundle::symbolicName, bundle -> bundle, (one, other) -> one, TreeMap::new));
    }

    /** Bundles of others that would be wired anew are the reason to refuse. */
    private List<Plan.Step> dependents(Target target, Findings findings) {
        Change.Action action = target.change().action();
        if (action == Change.Action.STOP
                || action == Change.Action.START
                || target.before().isEmpty()) {
            return List.of();
        }
        List<Bundle> affected = framework.dependents(framework.bundles(target.name()));
        if (!affected.isEmpty()) {
            String names = affected.stream().map(Bundle::getSymbolicName).collect(Collectors.joining(", "));
            findings.add(refused("others-affected", target.name(), names));
        }
        return affected.stream()
                .map(bundle -> new Plan.Step(
                        Plan.Effect.REFRESH,
                        bundle.getSymbolicName(),
                        bundle.getVersion().toString(),
                        bundle.getVersion().toString(),
                        PlatformView.moduleOf(bundle)))
                .toList();
    }
}
