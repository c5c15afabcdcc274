package de.einsnull.guard.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** A module must not be stopped for what another one's threads do. */
class PackagesTest {

    private final Packages packages = new Packages();

    private BundleCode code(long id, String name, String... all) {
        var code = new BundleCode(id, name, getClass().getClassLoader(), Set.of(all));
        packages.add(code);
        return code;
    }

    @Test
    void whatTwoModulesHaveTellsNothing() {
        var first = code(1, "first", "own.first", "com.fasterxml.library");
        var second = code(2, "second", "own.second", "com.fasterxml.library");

        assertThat(packages.own(first).packages()).containsExactly("own.first");
        assertThat(packages.own(second).packages()).containsExactly("own.second");
    }

    /** It keeps its name through updates. */
    @Test
    void aNewVersionOfTheSameModuleIsNoOther() {
        code(1, "first", "own.first");
        var updated = code(1, "first", "own.first", "own.first.more");

        assertThat(packages.own(updated).packages()).hasSize(2);
    }
}
