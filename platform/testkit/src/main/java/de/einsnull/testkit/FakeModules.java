package de.einsnull.testkit;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.LogLine;
import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleCatalogue;
import de.einsnull.modules.api.ModuleDetails;
import de.einsnull.modules.api.ModuleInstaller;
import de.einsnull.modules.api.ModuleRepositories;
import de.einsnull.modules.api.Operation;
import de.einsnull.modules.api.Plan;
import de.einsnull.modules.api.Staged;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * An administration of modules in memory. The content of an archive is what it is: text that begins with {@code bad} is
 * refused, everything else is the name of the module in it, version 2.0.0. Operations never end by themselves. For one
 * thread.
 */
public final class FakeModules implements ModuleCatalogue, ModuleInstaller, ModuleRepositories {

    /** When everything happens. */
    public static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

    /** Why archives and plans are refused. */
    public static final Finding REFUSED = new Finding(
            Finding.Level.REFUSED,
            "not-signed",
            "x.jar",
            "Das Archiv ist nicht signiert.",
            "The archive is not signed.");

    private final Map<String, ModuleDetails> modules = new LinkedHashMap<>();
    private final Map<String, Staged> staged = new LinkedHashMap<>();
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final List<HistoryEntry> history = new ArrayList<>();
    private final List<LogLine> lines = new ArrayList<>();
    private final List<Repository> places = new ArrayList<>();
    private final List<Finding> objections = new ArrayList<>();

    /**
     * A module with little to say about it.
     *
     * @param name its name; the title is the same with a capital first letter
     * @param origin where it comes from
     * @param state whether it runs
     * @return version 1.0.0 of it, unsigned
     */
    public static Module module(String name, Module.Origin origin, Module.State state) {
        String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return new Module(
                name,
                title,
                "What it is",
                "1.0.0",
                "Maker",
                "EUPL-1.2",
                origin,
                state,
                "",
                List.of(),
                Optional.empty());
    }

    /**
     * Makes a module known that runs well and contributes nothing.
     *
     * @param module the module
     */
    public void add(Module module) {
        add(new ModuleDetails(module, List.of(), List.of(), List.of(), List.of(), List.of(), Map.of()));
    }

    /**
     * Makes a module known.
     *
     * @param details the module
     */
    public void add(ModuleDetails details) {
        modules.put(details.module().name(), details);
    }

    /**
     * Adds to the history.
     *
     * @param entry becomes the newest
     */
    public void add(HistoryEntry entry) {
        history.add(0, entry);
    }

    /**
     * Adds to the log of all modules.
     *
     * @param line becomes the newest
     */
    public void add(LogLine line) {
        lines.add(line);
    }

    /**
     * Makes every plan have a finding.
     *
     * @param finding what speaks against it
     */
    public void object(Finding finding) {
        objections.add(finding);
    }

    /**
     * Ends an operation.
     *
     * @param id its id
     * @param outcome how it ends
     * @param reason why
     */
    public void end(String id, Operation.Outcome outcome, Optional<Finding> reason) {
        Operation running = operations.get(id);
        var step = new Operation.Progress(AT, "Fertig.", "Done.", Sentence.NONE);
        operations.put(
                id,
                new Operation(id, running.plan(), running.actor(), AT, List.of(step), Optional.of(outcome), reason));
    }

    /**
     * What was begun.
     *
     * @return {@code actor ACTION target}, in order
     */
    public List<String> begun() {
        return operations.values().stream()
                .map(done -> done.actor() + " " + done.plan().change().action() + " "
                        + done.plan().change().target())
                .toList();
    }

    @Override
    public List<Module> modules() {
        return modules.values().stream()
                .map(ModuleDetails::module)
                .sorted(Comparator.comparing(Module::title))
                .toList();
    }

    @Override
    public List<Module> modules(Locale language) {
        return modules();
    }

    @Override
    public Optional<Module> module(String name) {
        return Optional.ofNullable(modules.get(name)).map(ModuleDetails::module);
    }

    @Override
    public Optional<ModuleDetails> details(String name, Locale language) {
        return Optional.ofNullable(modules.get(name));
    }

    @Override
    public List<LogLine> log(String name, int most) {
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }

    @Override
    public List<HistoryEntry> history(Optional<String> module, int most) {
        return history.stream()
                .filter(entry -> module.isEmpty() || module.get().equals(entry.module()))
                .limit(most)
                .toList();
    }

    @Override
    public Staged stage(InputStream archive, String fileName) throws IOException {
        String text = new String(archive.readAllBytes(), StandardCharsets.UTF_8);
        return text.startsWith("bad") ? refused(fileName) : take(text, "2.0.0");
    }

    @Override
    public Staged stage(String name, String version) throws IOException {
        if (!modules.containsKey(name)) {
            throw new IOException("no repository has " + name);
        }
        return take(name, version);
    }

    private static Staged refused(String fileName) {
        var nothing = module(fileName, Module.Origin.AVAILABLE, Module.State.AVAILABLE);
        return new Staged("none", nothing, List.of(REFUSED));
    }

    private Staged take(String name, String version) {
        var known = module(name, Module.Origin.AVAILABLE, Module.State.AVAILABLE);
        var found = new Module(
                name,
                known.title(),
                known.description(),
                version,
                known.provider(),
                known.licence(),
                known.origin(),
                known.state(),
                "",
                List.of(),
                Optional.empty());
        var result = new Staged("s" + (staged.size() + 1), found, List.of());
        staged.put(result.id(), result);
        return result;
    }

    @Override
    public Optional<Staged> staged(String id) {
        return Optional.ofNullable(staged.get(id));
    }

    @Override
    public Plan preview(Change change) {
        boolean archive = change.action() == Change.Action.INSTALL || change.action() == Change.Action.UPDATE;
        String name = archive ? staged(change.target()).orElseThrow().module().name() : change.target();
        Optional<Module> now = module(name).filter(module -> module.origin() != Module.Origin.AVAILABLE);
        if (!archive && now.isEmpty()) {
            throw new NoSuchElementException(name);
        }
        String after = change.action() == Change.Action.REMOVE ? "" : archive ? "2.0.0" : "1.0.0";
        String before = now.map(Module::version).orElse("");
        var step = new Plan.Step(Plan.Effect.UPDATE, name, before, after, name);
        return new Plan(change, name, before, after, List.of(step), List.of(), List.of(), List.of(), objections);
    }

    @Override
    public Operation apply(Change change, String actor) {
        Plan plan = preview(change);
        if (!plan.isAllowed()) {
            throw new IllegalStateException(plan.findings().get(0).english());
        }
        String id = "o" + (operations.size() + 1);
        operations.put(id, new Operation(id, plan, actor, AT, List.of(), Optional.empty(), Optional.empty()));
        return operations.get(id);
    }

    @Override
    public Optional<Operation> operation(String id) {
        return Optional.ofNullable(operations.get(id));
    }

    @Override
    public List<Repository> repositories() {
        return List.copyOf(places);
    }

    @Override
    public Repository add(URI address, String actor) throws IOException {
        if (address.toString().contains("nowhere")) {
            throw new IOException("nobody answers there");
        }
        places.add(new Repository(address, 3, "", false));
        return places.get(places.size() - 1);
    }

    @Override
    public void remove(URI address, String actor) {
        places.removeIf(place -> place.address().equals(address));
    }

    @Override
    public void refresh() {
        places.replaceAll(place -> new Repository(place.address(), place.modules() + 1, "", place.fixed()));
    }
}
