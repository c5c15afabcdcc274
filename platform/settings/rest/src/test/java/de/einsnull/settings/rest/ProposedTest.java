package de.einsnull.settings.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.settings.api.Fault;
import de.einsnull.settings.api.Fault.Code;
import de.einsnull.settings.api.Label;
import de.einsnull.settings.api.SettingsForm;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.ProblemException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a script sends arrives as it meant it, and what it did wrong is said at its place. */
class ProposedTest {

    private static final SettingsForm HOUSE =
            new SettingsForm("house", false, Label.NONE, Label.NONE, "m", "M", List.of());

    @Test
    void numbersTruthAndListsOfJsonBecomeValues() {
        var values = new HashMap<String, Object>(Map.of("port", 1883, "open", true, "hosts", List.of("a", 2)));
        values.put("gone", null);
        var draft = new Proposed(values, null).draft(HOUSE, "");
        assertThat(draft.values().get("port")).containsExactly("1883");
        assertThat(draft.values().get("open")).containsExactly("true");
        assertThat(draft.values().get("hosts")).containsExactly("a", "2");
        assertThat(draft.values().get("gone")).isEmpty();
        assertThat(draft.instance()).isEmpty();
        assertThat(draft.isNew()).isFalse();
    }

    @Test
    void anEmptyBodySetsNothingAndForgetsNothing() {
        var draft = new Proposed(null, null).draft(HOUSE, "");
        assertThat(draft.values()).isEmpty();
        assertThat(draft.forgotten()).isEmpty();
        assertThat(new Proposed(null, Set.of("key")).draft(HOUSE, "").forgotten())
                .isEqualTo(Set.of("key"));
    }

    private static Problem problem(Fault... faults) {
        try {
            Problems.throwIfAny(Arrays.asList(faults));
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError("Nothing was refused");
    }

    @Test
    void everyFaultIsNamedAtItsValue() {
        var problem = problem(new Fault("port", Code.TOO_SMALL, "1"), new Fault("mode", Code.NOT_A_CHOICE, "a, b"));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.fields())
                .extracting(field -> field.pointer() + " " + field.message().en())
                .containsExactly("/values/port At least 1.", "/values/mode One of: a, b.");
        assertThat(problem.fields())
                .extracting(field -> field.message().de())
                .containsExactly("Mindestens 1.", "Eines von: a, b.");
    }

    /** A client looks for the reasons where the detail sends it. */
    @Test
    void theDetailNamesTheMemberThatTellsMore() {
        var detail = problem(new Fault("port", Code.TOO_SMALL, "1")).detail();
        assertThat(detail.en()).contains("errors");
        assertThat(detail.de()).contains("errors");
    }

    @Test
    void aFileIsAConflictWhateverElseIsWrong() {
        var problem = problem(new Fault("", Code.FILE, "/etc/x.cfg"), new Fault("port", Code.TOO_SMALL, "1"));
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("settings-in-a-file");
        assertThat(problem.detail().de()).contains("/etc/x.cfg");
    }

    @Test
    void nothingWrongIsNoProblem() {
        Problems.throwIfAny(List.of());
        assertThatThrownBy(() -> Problems.throwIfAny(List.of(new Fault("a", Code.MODULE, "Der Port ist belegt."))))
                .isInstanceOf(ProblemException.class);
        assertThat(problem(new Fault("a", Code.MODULE, "Der Port ist belegt."))
                        .fields()
                        .get(0)
                        .message()
                        .de())
                .isEqualTo("Der Port ist belegt.");
    }
}
