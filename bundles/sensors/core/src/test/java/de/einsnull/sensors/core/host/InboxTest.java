package de.einsnull.sensors.core.host;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.core.TestDatabase;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import de.einsnull.sensors.core.operation.InboxOrders;
import de.einsnull.testkit.RecordedAudit;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without these a city would type in the address of every sensor, and be told of those of its neighbours for ever. */
@Timeout(120)
class InboxTest {

    private final RecordedAudit audit = new RecordedAudit();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatADriverFindsStandsInTheInboxUntilItIsRegistered(Kind kind) {
        try (var test = new TestPlatform(new TestDatabase(kind))) {
            var inbox = inbox(test);
            test.register("a", "known", "");

            assertThat(inbox.scanners()).containsExactly("a");
            assertThat(inbox.scan("a")).isTrue();

            eventually("found", () -> inbox.finds(false, 10).size() == 1);
            assertThat(inbox.finds(false, 10)).singleElement().satisfies(f -> {
                assertThat(f.externalId()).isEqualTo("new");
                assertThat(f.model()).isEqualTo("dragino-lse01");
                assertThat(f.name()).isEqualTo("Tree 7");
                assertThat(f.facts()).isEqualTo(Map.of("firmware", "1.2"));
                assertThat(f.messages()).isZero();
            });
            assertThat(test.registry.unknown(10)).as("it has not sent anything").isEmpty();
            test.register("a", "new", "dragino-lse01");
            assertThat(inbox.finds(false, 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anIgnoredDeviceIsSilentUntilItIsWantedAgain(Kind kind) {
        try (var test = new TestPlatform(new TestDatabase(kind))) {
            var inbox = inbox(test);
            test.host.bind("b", new ByteDriver("b"));
            eventually("open", () -> test.bus.isOpen("sensors.b"));
            test.bus.send("test/b/neighbour", "1 1");
            eventually("heard", () -> inbox.finds(false, 10).size() == 1);

            assertThat(inbox.ignore("b", "neighbour", true, "ada")).isTrue();
            test.bus.send("test/b/neighbour", "2 2");

            eventually("counted", () -> test.ledger("b", Outcomes.IGNORED_DEVICE) == 1);
            assertThat(test.bus.count()).as("only the first one was put aside").isEqualTo(1);
            assertThat(inbox.finds(false, 10)).isEmpty();
            assertThat(inbox.finds(true, 10)).hasSize(1);
            assertThat(inbox.ignore("b", "neighbour", false, "ada")).isTrue();
            assertThat(inbox.finds(false, 10)).hasSize(1);
            assertThat(inbox.ignore("b", "nobody", true, "ada")).isFalse();
            assertThat(audit.lines())
                    .contains("ada device.ignored b/neighbour true", "ada device.wanted b/neighbour true");
        }
    }

    @Test
    void onlyAnOpenDriverThatCanLookLooks() {
        try (var test = new TestPlatform(Kind.H2)) {
            var inbox = inbox(test);
            test.host.bind("b", new ByteDriver("b"));
            eventually("online", () -> test.host.is("b", DriverState.ONLINE));

            assertThat(inbox.scan("b")).isFalse();
            assertThat(inbox.scan("nobody")).isFalse();
            assertThat(inbox.scanners()).containsExactly("a");
        }
    }

    @Test
    void anotherModuleAcceptsAndIgnoresByAnEvent() throws Exception {
        try (var test = new TestPlatform(Kind.H2)) {
            var inbox = inbox(test);
            var orders = new InboxOrders(test.registry, inbox, audit);
            inbox.scan("a");
            eventually("found", () -> inbox.finds(false, 10).size() == 2);

            orders.onEvent(event("device-ignore", "{'instance':'a','externalId':'known'}"));
            orders.onEvent(
                    event(
                            "device-accept",
                            "{'instance':'a','externalId':'new','name':'Linde','kind':'soil','longitude':8.1,'latitude':51.8}"));

            assertThat(inbox.finds(false, 10)).isEmpty();
            assertThat(inbox.finds(true, 10)).hasSize(1);
            assertThat(test.registry
                            .find("a", "new")
                            .orElseThrow()
                            .registration()
                            .position())
                    .isPresent();
            assertThat(audit.lines()).contains("/twin device.registered a/new true");
        }
    }

    private Inbox inbox(TestPlatform test) {
        test.host.bind("a", new CountedDriver("a"));
        eventually("online", () -> test.host.is("a", DriverState.ONLINE));
        return new Inbox(test.host.host(), test.registry, audit);
    }

    private static CityEvent event(String type, String data) {
        return CityEvent.of(
                URI.create("/twin"), "de.einsnull.sensors." + type + ".v1", "", Instant.EPOCH, data.replace('\'', '"'));
    }
}
