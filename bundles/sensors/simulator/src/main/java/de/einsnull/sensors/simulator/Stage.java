package de.einsnull.sensors.simulator;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.sensors.simulator.city.CityClock;
import de.einsnull.sensors.simulator.device.Cast;
import de.einsnull.sensors.simulator.device.Moment;
import de.einsnull.sensors.simulator.device.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Plays stretches of time: sends what all devices say in them, on the topics that real devices use. */
final class Stage {

    private static final int MOST_UNDERWAY = 200;
    private static final long LONGEST_WAIT_SECONDS = 20;

    private final MessageBus bus;
    private final List<Cast.Role> cast;
    private final CityClock clock;

    Stage(MessageBus bus, List<Cast.Role> cast, CityClock clock) {
        this.bus = bus;
        this.cast = cast;
        this.clock = clock;
    }

    private record Line(Instant stamp, Said said) {}

    /**
     * Plays a stretch and waits until the broker has everything.
     *
     * @param from begin of the stretch in real time, exclusive
     * @param to its end, inclusive
     * @return number of messages
     * @throws BusException if the broker did not take them; playing the stretch again does no harm
     */
    int play(Instant from, Instant to) {
        var lines = new ArrayList<Line>();
        for (var role : cast) {
            for (var city : role.script().moments(clock.city(from), clock.city(to))) {
                lines.add(line(role, city));
            }
        }
        lines.sort(Comparator.comparing(Line::stamp));
        send(lines);
        return lines.size();
    }

    /** Plays what each device said last before a point in time, so that the city is complete at once. */
    int playLast(Instant now) {
        var lines = new ArrayList<Line>();
        var city = clock.city(now);
        for (var role : cast) {
            var moments = role.script().moments(city.minus(Duration.ofHours(7)), city);
            if (!moments.isEmpty()) {
                lines.add(line(role, moments.get(moments.size() - 1)));
            }
        }
        send(lines);
        return lines.size();
    }

    private Line line(Cast.Role role, Instant city) {
        var moment = new Moment(city, clock.real(city));
        return new Line(moment.stamp(), role.script().say(moment));
    }

    private void send(List<Line> lines) {
        for (int from = 0; from < lines.size(); from += MOST_UNDERWAY) {
            var underway = lines.subList(from, Math.min(lines.size(), from + MOST_UNDERWAY)).stream()
                    .map(line -> bus.send(message(line.said())).toCompletableFuture())
                    .toList();
            underway.forEach(Stage::await);
        }
    }

    private static TopicMessage message(Said said) {
        return TopicMessage.of(said.topic(), said.payload(), Map.of("content-type", "application/json"));
    }

    private static void await(CompletableFuture<Void> sent) {
        try {
            sent.orTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof BusException refused) {
                throw refused;
            }
            String why = e.getCause() instanceof TimeoutException ? "did not answer in time" : "refused a message";
            throw new BusException("The broker " + why, e.getCause());
        }
    }
}
