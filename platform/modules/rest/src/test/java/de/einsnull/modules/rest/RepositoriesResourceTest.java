package de.einsnull.modules.rest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.testkit.FakeModules;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.web.api.Problem;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever adds a place decides where code may come from: what is not a place must not become one. */
class RepositoriesResourceTest {

    private final FakeModules fake = new FakeModules();
    private final FixedCaller caller = new FixedCaller(FixedCaller.admin("robot"));
    private final RepositoriesResource repositories = new RepositoriesResource(fake, caller);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ht tp://x", "file:/a b", "https://[", "%zz:"})
    void whatIsNoAddressIsRefused(String address) {
        for (Problem problem : new Problem[] {
            Problems.of(() -> repositories.add(address)), Problems.of(() -> repositories.remove(address))
        }) {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.fields()).extracting(Problem.Field::pointer).containsExactly("address");
        }
        assertThat(repositories.repositories()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody answers there", "too many"})
    void whatCannotBeReadIsNotAdded(String reason) {
        for (Exception failure : new Exception[] {new IOException(reason), new IllegalArgumentException(reason)}) {
            var failing = new RepositoriesResource(
                    new Failing(fake).when("add", failure).repositories(), caller);
            var problem = Problems.of(() -> failing.add("file:/srv/modules"));
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.detail().en()).contains(reason, "file:/srv/modules");
        }
    }

    @Test
    void whatIsAddedTwiceOrRemovedTwiceDoesNoHarm() {
        repositories.add("file:/srv/modules");
        repositories.remove("file:/srv/modules");
        repositories.remove("file:/srv/modules");
        assertThat(repositories.repositories()).isEmpty();
    }
}
