package de.einsnull.bus.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.BusGroups.Group;
import de.einsnull.security.api.Roles;
import de.einsnull.testkit.FakeDeadLetters;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.testkit.RecordedAudit;
import de.einsnull.web.api.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without these, city IT could not see why a message was not handled, or lose one without a trace. */
class BusResourceTest {

    private final FakeDeadLetters letters = new FakeDeadLetters();
    private final RecordedAudit audit = new RecordedAudit();
    private final BusResource resource = new BusResource(
            () -> {
                if (letters.isAway()) {
                    throw new BusException("away", null);
                }
                return List.of(new Group("stock", List.of("shop/#"), true, 7, 1));
            },
            letters,
            new FixedCaller(FixedCaller.admin("it")),
            audit);

    @Test
    void showsTextAsTextAndBytesAsBase64UpToTheLimit() {
        letters.add("1", "stock", "{\"t\":21.5}");
        letters.add("2", "other", new byte[] {0, -1, 7}, FakeDeadLetters.AT);
        letters.add("3", "other", "ä".repeat(5_000));
        letters.add("4", "other", ("x" + "ä".repeat(5_000)));

        var page = resource.deadLetters(null, 50);
        assertThat(page.count()).isEqualTo(4);
        assertThat(page.letters()).extracting(LetterView::id).containsExactly("1", "2", "3", "4");
        var text = page.letters().get(0);
        assertThat(text.payload()).isEqualTo("{\"t\":21.5}");
        assertThat(text.encoding()).isEqualTo("text");
        assertThat(text.truncated()).isFalse();
        assertThat(text.topic()).isEqualTo("shop/a");
        var bytes = page.letters().get(1);
        assertThat(bytes.encoding()).isEqualTo("base64");
        assertThat(Base64.getDecoder().decode(bytes.payload())).containsExactly(0, -1, 7);
        var cut = page.letters().get(2);
        assertThat(cut.bytes()).isEqualTo(10_000);
        assertThat(cut.truncated()).isTrue();
        assertThat(cut.payload()).isEqualTo("ä".repeat(2_048));
        assertThat(page.letters().get(3).payload()).isEqualTo("x" + "ä".repeat(2_047));
    }

    @Test
    void filtersByGroup() {
        letters.add("1", "stock", "");
        letters.add("2", "other", "");
        assertThat(resource.deadLetters("other", 50).letters())
                .extracting(LetterView::id)
                .containsExactly("2");
    }

    @Test
    void replayAndDiscardAreRecorded() {
        letters.add("1", "stock", "");
        letters.add("2", "stock", "");
        resource.replay("1");
        resource.discard("2");
        assertThat(audit.lines()).containsExactly("it bus.letter.replayed 1 true", "it bus.letter.discarded 2 true");
        assertThat(letters.all()).isEmpty();
    }

    @Test
    void anUnknownLetterIsAProblemThatAPersonUnderstands() {
        assertThatThrownBy(() -> resource.replay("9")).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(404);
            assertThat(e.problem().detail().de()).contains("9").contains("erneut zugestellt");
        });
        assertThat(audit.lines()).isEmpty();
    }

    @Test
    void aBrokerThatIsAwayIsSaidWithoutInternals() {
        letters.setAway(true);
        for (Runnable call :
                new Runnable[] {resource::groups, () -> resource.deadLetters(null, 1), () -> resource.discard("1")}) {
            assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, e -> {
                assertThat(e.problem().status()).isEqualTo(503);
                assertThat(e.problem().detail().en()).contains("/health/ready");
            });
        }
    }

    /** Whoever replays a thousand letters one by one must not see the same ones first for ever. */
    @Test
    void asManyAsAskedForAndAllAreCounted() {
        for (int i = 0; i < 5; i++) {
            letters.add(Integer.toString(i), "stock", "");
        }
        var page = resource.deadLetters(null, 2);
        assertThat(page.letters()).extracting(LetterView::id).containsExactly("0", "1");
        assertThat(page.count()).isEqualTo(5);
        assertThat(resource.deadLetters("nobody", 2).letters()).isEmpty();
        assertThat(resource.deadLetters("nobody", 2).count()).isEqualTo(5);
    }

    /** A deed that did not happen must not stand in the audit trail. */
    @Test
    void whatFailedIsNotRecorded() {
        letters.add("1", "stock", "");
        letters.setAway(true);
        assertThatThrownBy(() -> resource.replay("1")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> resource.discard("1")).isInstanceOf(ProblemException.class);
        letters.setAway(false);
        assertThatThrownBy(() -> resource.discard("2")).isInstanceOf(ProblemException.class);
        assertThat(audit.lines()).isEmpty();
        assertThat(letters.all()).hasSize(1);
    }

    /** A limit that is not checked would read the whole queue into memory. */
    @Test
    void theLimitIsDeclaredForTheHostToCheck() throws Exception {
        var limit = BusResource.class.getMethod("deadLetters", String.class, int.class)
                .getParameters()[1];
        assertThat(limit.getAnnotation(jakarta.validation.constraints.Max.class).value())
                .isEqualTo(1_000);
        assertThat(limit.getAnnotation(jakarta.validation.constraints.Min.class).value())
                .isEqualTo(1);
    }

    @Test
    void listsGroupsAndIsForCityItOnly() {
        assertThat(resource.groups()).extracting(Group::backlog).containsExactly(7L);
        assertThat(BusResource.class.getAnnotation(RolesAllowed.class).value()).containsExactly(Roles.ADMIN);
    }
}
