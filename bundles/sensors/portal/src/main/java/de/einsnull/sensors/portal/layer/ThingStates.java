package de.einsnull.sensors.portal.layer;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MapFeature.State;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.ChargingStatus;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.portal.text.Values;
import de.einsnull.sensors.portal.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells what the last values of a thing mean. Thread-safe. */
@Component(service = ThingStates.class)
public final class ThingStates {

    /** Soil that is drier than this (percent of volume) leaves young trees thirsty. */
    static final double DRY_SOIL = 15;

    private static final double MOIST_SOIL = 25;
    private static final int SMALLEST_GROUP = 5;

    /** Age from which a value says nothing any more; a parking bay reports only changes and one heartbeat a day. */
    private static final Map<String, Duration> TOO_OLD = Map.of(
            Kinds.PARKING_BAY, Duration.ofHours(26),
            Kinds.CAR_PARK, Duration.ofHours(1),
            Kinds.CHARGING_POINT, Duration.ofHours(26),
            Kinds.SOIL, Duration.ofHours(26));

    private static final Duration USUALLY_TOO_OLD = Duration.ofHours(3);

    private final Words words;
    private final Values values;

    /**
     * Makes states with texts.
     *
     * @param words texts
     * @param values prints values
     */
    @Activate
    public ThingStates(@Reference Words words, @Reference Values values) {
        this.words = words;
        this.values = values;
    }

    /**
     * The state of a thing.
     *
     * @param thing the thing with its last values
     * @param language language of the words
     * @param now the present
     * @return its state
     */
    public ThingState of(Thing thing, Language language, Instant now) {
        var main = mainStream(thing);
        var last = main.flatMap(Datastream::last);
        var at = last.map(Observation::phenomenonTime);
        if (last.isEmpty() || Duration.between(at.get(), now).compareTo(limit(thing)) > 0) {
            return new ThingState(State.UNKNOWN, words.text(language, "state.unknown"), "", at);
        }
        var value = last.get().value();
        return switch (thing.kind()) {
            case Kinds.PARKING_BAY -> bay(value, language, at);
            case Kinds.CAR_PARK -> carPark(thing, value, language, at);
            case Kinds.CHARGING_POINT -> charging(thing, value, language, at);
            case Kinds.SOIL -> soil(main.get(), value, language, at);
            case Kinds.WEATHER -> weather(thing, main.get(), value, language, at);
            case Kinds.PEOPLE_COUNTER, Kinds.TRAFFIC_COUNTER -> counter(thing, value, language, at);
            default -> reading(main.get(), value, language, at);
        };
    }

    /**
     * The series that the symbol of a thing tells about.
     *
     * @param thing thing
     * @return the series, empty if the thing has none
     */
    public static Optional<Datastream> mainStream(Thing thing) {
        String channel =
                switch (thing.kind()) {
                    case Kinds.PARKING_BAY -> Channels.OCCUPIED;
                    case Kinds.CAR_PARK -> Channels.FREE_SPACES;
                    case Kinds.CHARGING_POINT -> Channels.CHARGING_STATUS;
                    case Kinds.WEATHER -> Channels.AIR_TEMPERATURE;
                    case Kinds.SOIL -> Channels.SOIL_MOISTURE;
                    case Kinds.TRAFFIC_COUNTER -> Channels.VEHICLE_COUNT;
                    case Kinds.PEOPLE_COUNTER -> Channels.PEOPLE_COUNT;
                    default -> "";
                };
        return thing.datastream(channel).or(() -> thing.datastreams().stream()
                .filter(stream -> stream.last().isPresent())
                .min(Comparator.comparing((Datastream stream) -> isTechnical(stream))
                        .thenComparing(Datastream::id)));
    }

    /**
     * Whether values are about the device itself; nobody but its owner asks for them.
     *
     * @param stream series
     * @return true for battery and device temperature
     */
    public static boolean isTechnical(Datastream stream) {
        String id = stream.channel().id();
        return id.startsWith("battery_") || id.startsWith("device_");
    }

    private static Duration limit(Thing thing) {
        return TOO_OLD.getOrDefault(thing.kind(), USUALLY_TOO_OLD);
    }

    private ThingState bay(Value value, Language language, Optional<Instant> at) {
        return Values.inUse(value)
                ? new ThingState(State.OCCUPIED, words.text(language, "state.occupied"), "", at)
                : new ThingState(State.FREE, words.text(language, "state.free"), "", at);
    }

    private ThingState carPark(Thing thing, Value value, Language language, Optional<Instant> at) {
        long free = Math.round(number(value));
        String capacity = thing.properties().getOrDefault("capacity", "");
        String text = capacity.isEmpty()
                ? words.text(language, "parking.free", free)
                : words.text(language, "parking.freeOf", free, capacity);
        return free > 0
                ? new ThingState(State.FREE, words.text(language, "state.free"), text, at)
                : new ThingState(State.OCCUPIED, words.text(language, "state.full"), text, at);
    }

    private ThingState charging(Thing thing, Value value, Language language, Optional<Instant> at) {
        String word = value instanceof Value.Text text ? text.text() : ChargingStatus.UNKNOWN;
        var state =
                switch (word) {
                    case ChargingStatus.AVAILABLE -> State.FREE;
                    case ChargingStatus.CHARGING, ChargingStatus.BLOCKED, ChargingStatus.RESERVED -> State.OCCUPIED;
                    case ChargingStatus.OUT_OF_ORDER -> State.FAULT;
                    default -> State.UNKNOWN;
                };
        String key = "charging." + word;
        String power = thing.properties().getOrDefault("power_kw", "");
        return new ThingState(
                state,
                words.has(key) ? words.text(language, key) : word,
                power.isEmpty() ? "" : power + "\u00a0kW",
                at);
    }

    private ThingState soil(Datastream stream, Value value, Language language, Optional<Instant> at) {
        double moisture = number(value);
        String key = moisture < DRY_SOIL ? "soil.dry" : moisture < MOIST_SOIL ? "soil.medium" : "soil.moist";
        return new ThingState(
                moisture < DRY_SOIL ? State.WARNING : State.READING,
                words.text(language, key),
                values.full(language, stream.channel(), value),
                at);
    }

    private ThingState weather(Thing thing, Datastream stream, Value value, Language language, Optional<Instant> at) {
        boolean rain = thing.datastream(Channels.RAINFALL)
                .flatMap(Datastream::last)
                .map(last -> number(last.value()) > 0)
                .orElse(false);
        return new ThingState(
                State.READING,
                words.text(language, rain ? "weather.rain" : "weather.dry"),
                values.full(language, stream.channel(), value),
                at);
    }

    /** People are told in groups only, so that nobody can be followed. */
    private ThingState counter(Thing thing, Value value, Language language, Optional<Instant> at) {
        boolean people = thing.kind().equals(Kinds.PEOPLE_COUNTER);
        long count = Math.round(number(value));
        String shown = people && count < SMALLEST_GROUP
                ? words.text(language, "count.few", SMALLEST_GROUP)
                : values.number(language, count, 0);
        String minutes = thing.properties().getOrDefault("interval_minutes", "");
        String text = minutes.isEmpty()
                ? words.text(language, people ? "count.people" : "count.vehicles")
                : words.text(language, people ? "count.peopleIn" : "count.vehiclesIn", minutes);
        return new ThingState(State.READING, text, shown, at);
    }

    private ThingState reading(Datastream stream, Value value, Language language, Optional<Instant> at) {
        return new ThingState(
                State.READING,
                words.channel(language, stream.channel()),
                values.full(language, stream.channel(), value),
                at);
    }

    static double number(Value value) {
        return value instanceof Value.Quantity quantity ? quantity.number() : 0;
    }
}
