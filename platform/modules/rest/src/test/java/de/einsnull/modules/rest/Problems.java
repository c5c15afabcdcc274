package de.einsnull.modules.rest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.web.api.Problem;
import de.einsnull.web.api.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a client is told when something does not work. */
final class Problems {

    private Problems() {}

    static Problem of(ThrowingCallable call) {
        var caught = new Problem[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, thrown -> caught[0] = thrown.problem());
        return caught[0];
    }
}
