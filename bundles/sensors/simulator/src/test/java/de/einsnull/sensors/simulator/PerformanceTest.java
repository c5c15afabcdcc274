package de.einsnull.sensors.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.TopicMessage;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.simulator.StageFixtures.Bus;
import de.einsnull.sensors.simulator.StageFixtures.Drivers;
import de.einsnull.sensors.simulator.StageFixtures.Registry;
import de.einsnull.sensors.simulator.city.CityClock;
import de.einsnull.sensors.simulator.device.Cast;
import de.einsnull.sensors.testkit.FakeSensorDirectory;
import de.einsnull.testkit.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The demo must be complete at once, go on, fill in its past, and survive a platform that is away for a while. */
class PerformanceTest {

    private static final Instant NOON = Instant.parse("2026-11-24T11:00:30Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final Bus bus = new Bus();
    private final Registry registry = new Registry();
    private final Drivers drivers = new Drivers();
    private final FakeSensorDirectory directory = new FakeSensorDirectory();
    private final MovableClock clock = new MovableClock(NOON);
    private final SimulatorSettings settings = new SimulatorSettings(1, DAY, 6, Duration.ZERO);
    private final List<Cast.Role> cast = Cast.all();
    private final Performance performance = new Performance(
            registry,
            drivers,
            new Memory(directory),
            cast,
            new Stage(bus, cast, new CityClock(NOON, 1)),
            settings,
            clock);

    private static Set<String> contents(List<TopicMessage> messages) {
        return messages.stream()
                .map(message -> message.topic() + new String(message.payload(), StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }

    @Test
    void waitsUntilTheDriversListen() {
        drivers.lorawan = DriverState.OPENING;
        performance.step();
        assertThat(registry.registered).isEmpty();

        drivers.lorawan = DriverState.ONLINE;
        performance.step();
        assertThat(registry.registered).hasSize(cast.size());
    }

    @Test
    void everyDeviceShowsAValueAtOnce() {
        performance.step();

        assertThat(bus.sent.stream().map(TopicMessage::topic).collect(Collectors.toSet()))
                .hasSize(cast.size());
    }

    @Test
    void fillsInTheHistoryNewestFirstAndThenStops() {
        performance.step();
        int first = bus.sent.size();
        performance.step();
        var newest = new String(bus.sent.get(first).payload(), StandardCharsets.UTF_8);
        assertThat(newest).contains("2026-11-24T11:0");
        for (int i = 0; i < 10; i++) {
            performance.step();
        }

        assertThat(performance.isHistoryComplete()).isTrue();
        assertThat(bus.sent).hasSizeBetween(5_000, 9_000);
    }

    @Test
    void theHistoryHasNoGapAndNothingTwice() {
        var whole = new Bus();
        new Stage(whole, cast, new CityClock(NOON, 1)).play(NOON.minus(DAY), NOON);
        for (int i = 0; i < 10; i++) {
            performance.step();
        }

        var distinct = contents(bus.sent);
        var expected = new HashSet<>(contents(whole.sent));
        assertThat(distinct).containsAll(expected);
        assertThat(bus.sent.size() - cast.size()).isEqualTo(whole.sent.size());
    }

    @Test
    void aSecondStartFillsOnlyTheGap() {
        registry.lastSeen = Optional.of(NOON.minus(Duration.ofHours(2)));
        knownSince(NOON.minus(DAY).plusSeconds(200));
        for (int i = 0; i < 4; i++) {
            performance.step();
        }

        assertThat(performance.isHistoryComplete()).isTrue();
        assertThat(bus.sent.size()).isLessThan(1_200);
    }

    @Test
    void aHistoryThatWasBrokenOffIsPlayedAgain() {
        registry.lastSeen = Optional.of(NOON.minus(Duration.ofHours(2)));
        knownSince(NOON.minus(Duration.ofHours(9)));
        for (int i = 0; i < 10; i++) {
            performance.step();
        }

        assertThat(bus.sent).hasSizeGreaterThan(5_000);
    }

    @Test
    void goesOnWithThePresent() {
        for (int i = 0; i < 10; i++) {
            performance.step();
        }
        int before = bus.sent.size();
        clock.set(NOON.plus(Duration.ofMinutes(5)));
        performance.step();

        assertThat(bus.sent.size() - before).isGreaterThan(7);
    }

    @Test
    void aBrokerThatWasAwayGetsWhatItMissed() {
        for (int i = 0; i < 10; i++) {
            performance.step();
        }
        int before = bus.sent.size();
        bus.away = true;
        clock.set(NOON.plus(Duration.ofMinutes(5)));
        performance.step();
        assertThat(bus.sent).hasSize(before);

        bus.away = false;
        clock.set(NOON.plus(Duration.ofMinutes(10)));
        performance.step();
        var missed = new Bus();
        new Stage(missed, cast, new CityClock(NOON, 1)).play(NOON, clock.instant());
        assertThat(contents(bus.sent)).containsAll(contents(missed.sent));
    }

    @Test
    void aFasterCitySpeaksMoreOftenButStampsTheRealTime() {
        new Stage(bus, cast, new CityClock(NOON, 60)).play(NOON, NOON.plusSeconds(60));

        assertThat(bus.sent).hasSizeGreaterThan(200);
        assertThat(bus.sent).allSatisfy(message -> assertThat(new String(message.payload(), StandardCharsets.UTF_8))
                .contains("2026-11-24T11:0"));
    }

    /** An earlier performance left values: here the oldest one of the thing that all devices share. */
    private void knownSince(Instant oldest) {
        var stream = new Datastream(1, 1, "", Channel.number("x", "1", ""), 1, 1, true, "", Optional.empty());
        directory.put(new Thing(1, "", "", Kinds.WEATHER, "", Optional.empty(), 0, true, Map.of(), List.of(stream)));
        directory.observe(new Observation(1, oldest, oldest, 1, Value.of(1)));
    }
}
