package de.einsnull.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.DeadLetter;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.security.api.Access;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A stand-in that behaves unlike the real service lets mistakes through in every module that uses it. */
class FakesTest {

    @Test
    void theAuditTrailKeepsTheOrderAndGivesTheNewestFirst() {
        var audit = new RecordedAudit();
        audit.record("ada", "device.removed", "lorawan/1", true);
        audit.record("", "login.failed", "x", false);
        assertThat(audit.lines()).containsExactly("ada device.removed lorawan/1 true", " login.failed x false");
        assertThat(audit.actions()).containsExactly("device.removed", "login.failed");
        assertThat(audit.newest(1)).extracting(AuditTrail.Entry::action).containsExactly("login.failed");
    }

    @Test
    void theCallerHasTheRolesThatItsRoleImplies() {
        var caller = new FixedCaller(FixedCaller.admin("ada"));
        assertThat(caller.identity().meets(Roles.STAFF)).isTrue();
        caller.become(FixedCaller.citizen("bo", "parks.gardener"));
        assertThat(caller.identity().roles()).containsExactlyInAnyOrder(Roles.CITIZEN, "parks.gardener");
        caller.become(Identity.ANONYMOUS);
        assertThat(caller.identity().meets(Access.AUTHENTICATED)).isFalse();
    }

    @Test
    void metersAreReadByNameAndLabels() {
        var metrics = new FakeMetrics();
        metrics.counter("shop.sold", "Sold", "kind", "tree").add(2);
        metrics.counter("shop.sold", "Sold", "kind", "tree").increment();
        metrics.gauge("shop.open", "Open", () -> 1);
        metrics.timer("shop.sale", "Sale").record(Duration.ofSeconds(3));
        assertThat(metrics.counted("shop.sold kind tree")).isEqualTo(3);
        assertThat(metrics.counted("shop.sold kind shrub")).isZero();
        assertThat(metrics.gauge("shop.open")).isEqualTo(1);
        assertThat(metrics.timed("shop.sale")).containsExactly(Duration.ofSeconds(3));
        assertThat(metrics.hasGauge("shop.shut")).isFalse();
        assertThatThrownBy(() -> metrics.gauge("shop.shut")).hasMessageContaining("shop.open");
        assertThatThrownBy(() -> metrics.counter("x", "X", "label")).hasMessageContaining("pairs");
        assertThatThrownBy(() -> metrics.counter("x", "X").add(-1)).hasMessageContaining("shrink");
    }

    @Test
    void lettersAreFilteredReplayedAndDiscarded() {
        var letters = new FakeDeadLetters();
        letters.add("1", "stock", "{}");
        letters.add("2", "other", "{}");
        assertThat(letters.list(Optional.of("other"), 9))
                .extracting(DeadLetter::id)
                .containsExactly("2");
        assertThat(letters.list(Optional.empty(), 1)).extracting(DeadLetter::id).containsExactly("1");
        assertThat(letters.replay("1")).isTrue();
        assertThat(letters.replay("1")).as("it is gone").isFalse();
        assertThat(letters.replayed()).containsExactly("1");
        assertThat(letters.discard("2")).isTrue();
        assertThat(letters.count()).isZero();
    }

    @Test
    void withoutItsBrokerNothingOfTheLettersCanBeHad() {
        var letters = new FakeDeadLetters();
        letters.add("1", "stock", "{}");
        letters.goAwayAfter(1);
        assertThat(letters.find("1")).isPresent();
        letters.replay("1");
        assertThatThrownBy(letters::count).isInstanceOf(BusException.class);
    }

    @Test
    void aVisitorSendsWhatTheTestSays() {
        var visitor = new PageVisitor(
                request -> request.isPost()
                        ? new PageResponse.Redirect(
                                request.path() + request.parameter("name").orElse(""))
                        : PageResponse.view("x", "x", Map.of("all", request.parameters(), "who", request.identity())),
                FixedCaller.admin("ada"),
                Language.EN);
        assertThat(visitor.sentTo("new/", "name", "bo")).isEqualTo("new/bo");
        assertThat(visitor.model("", "a", "1", "a", "2"))
                .containsEntry("all", Map.of("a", List.of("1", "2")))
                .containsEntry("who", FixedCaller.admin("ada"));
        assertThatThrownBy(() -> visitor.get("", "a")).hasMessageContaining("in turn");
    }
}
