package de.einsnull.bus.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.BusGroups.Group;
import de.einsnull.bus.api.DeadLetter;
import de.einsnull.bus.api.DeadLetters;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import de.einsnull.web.api.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Without these, city IT could not see why a message was not handled, or lose one without a trace. */
class BusResourceTest {

    private final Letters letters = new Letters();
    private final Trail trail = new Trail();
    private final BusResource resource = new BusResource(
            () -> {
                if (letters.away) {
                    throw new BusException("away", null);
                }
                return List.of(new Group("stock", List.of("shop/#"), true, 7, 1));
            },
            letters,
            new Admin(),
            trail);

    @Test
    void showsTextAsTextAndBytesAsBase64UpToTheLimit() {
        letters.add("1", "stock", "{\"t\":21.5}".getBytes(StandardCharsets.UTF_8));
        letters.add("2", "other", new byte[] {0, -1, 7});
        letters.add("3", "other", "ä".repeat(5_000).getBytes(StandardCharsets.UTF_8));
        letters.add("4", "other", ("x" + "ä".repeat(5_000)).getBytes(StandardCharsets.UTF_8));

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
        letters.add("1", "stock", new byte[0]);
        letters.add("2", "other", new byte[0]);
        assertThat(resource.deadLetters("other", 50).letters())
                .extracting(LetterView::id)
                .containsExactly("2");
    }

    @Test
    void replayAndDiscardAreRecorded() {
        letters.add("1", "stock", new byte[0]);
        letters.add("2", "stock", new byte[0]);
        resource.replay("1");
        resource.discard("2");
        assertThat(trail.entries).containsExactly("it bus.letter.replayed 1 true", "it bus.letter.discarded 2 true");
        assertThat(letters.all).isEmpty();
    }

    @Test
    void anUnknownLetterIsAProblemThatAPersonUnderstands() {
        assertThatThrownBy(() -> resource.replay("9")).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(404);
            assertThat(e.problem().detail().de()).contains("9").contains("erneut zugestellt");
        });
        assertThat(trail.entries).isEmpty();
    }

    @Test
    void aBrokerThatIsAwayIsSaidWithoutInternals() {
        letters.away = true;
        for (Runnable call :
                new Runnable[] {resource::groups, () -> resource.deadLetters(null, 1), () -> resource.discard("1")}) {
            assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, e -> {
                assertThat(e.problem().status()).isEqualTo(503);
                assertThat(e.problem().detail().en()).contains("/health/ready");
            });
        }
    }

    @Test
    void listsGroupsAndIsForCityItOnly() {
        assertThat(resource.groups()).extracting(Group::backlog).containsExactly(7L);
        assertThat(BusResource.class.getAnnotation(RolesAllowed.class).value()).containsExactly(Roles.ADMIN);
    }

    private static final class Letters implements DeadLetters {

        final List<DeadLetter> all = new ArrayList<>();
        boolean away;

        void add(String id, String group, byte[] payload) {
            var message = new TopicMessage("shop/a", payload, Map.of("unit", "Cel"), Instant.EPOCH, 5);
            all.add(new DeadLetter(id, group, "handler-failed", "why", Instant.EPOCH, message));
        }

        private void check() {
            if (away) {
                throw new BusException("away", null);
            }
        }

        @Override
        public long count() {
            check();
            return all.size();
        }

        @Override
        public List<DeadLetter> list(Optional<String> group, int limit) {
            check();
            return all.stream()
                    .filter(letter -> group.isEmpty() || group.get().equals(letter.group()))
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<DeadLetter> find(String id) {
            check();
            return all.stream().filter(letter -> letter.id().equals(id)).findFirst();
        }

        @Override
        public boolean replay(String id) {
            return discard(id);
        }

        @Override
        public boolean discard(String id) {
            check();
            return all.removeIf(letter -> letter.id().equals(id));
        }
    }

    private static final class Admin implements CurrentRequest {

        @Override
        public Identity identity() {
            return new Identity("it", "City IT", Set.of(Roles.ADMIN));
        }

        @Override
        public String csrfToken() {
            return "";
        }

        @Override
        public String requestId() {
            return "";
        }
    }

    private static final class Trail implements AuditTrail {

        final List<String> entries = new ArrayList<>();

        @Override
        public void record(String actor, String action, String object, boolean success) {
            entries.add(actor + " " + action + " " + object + " " + success);
        }

        @Override
        public List<Entry> newest(int limit) {
            return List.of();
        }
    }
}
