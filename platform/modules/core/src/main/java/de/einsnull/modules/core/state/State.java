package de.einsnull.modules.core.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is installed for good, and what is being tried.
 *
 * @param format version of this file's form
 * @param modules installed modules; a change that is being tried is not among them yet
 * @param attempt what is being tried, null if nothing is
 * @param repositories addresses that city IT added
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record State(int format, List<InstalledModule> modules, Attempt attempt, List<String> repositories) {

    /** The form that this code writes. */
    public static final int FORMAT = 1;

    /** Nothing is installed. */
    public static final State EMPTY = new State(FORMAT, List.of(), null, List.of());

    /** Makes the lists unchangeable. */
    public State {
        modules = modules == null ? List.of() : List.copyOf(modules);
        repositories = repositories == null ? List.of() : List.copyOf(repositories);
    }

    public Optional<InstalledModule> module(String name) {
        return modules.stream().filter(module -> module.name().equals(name)).findFirst();
    }

    public State trying(Attempt what) {
        return new State(FORMAT, modules, what, repositories);
    }

    /** With a module as it is now, and nothing tried any more. */
    public State with(InstalledModule module) {
        State without = without(module.name());
        var all = new ArrayList<>(without.modules);
        all.add(module);
        return new State(FORMAT, all, null, repositories);
    }

    /** With a module as it is now; what is being tried goes on. */
    public State noting(InstalledModule module) {
        return with(module).trying(attempt);
    }

    /** Without a module, and nothing tried any more. */
    public State without(String name) {
        return new State(
                FORMAT,
                modules.stream().filter(module -> !module.name().equals(name)).toList(),
                null,
                repositories);
    }

    public State withRepositories(List<String> addresses) {
        return new State(FORMAT, modules, attempt, addresses);
    }
}
