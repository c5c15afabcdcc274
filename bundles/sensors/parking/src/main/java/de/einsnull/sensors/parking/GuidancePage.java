package de.einsnull.sensors.parking;

import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Access;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.ThingQuery;
import de.einsnull.sensors.api.Value;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code parken}: where a bay is free near a place, without scripts; for people with a disability permit, too. */
@Component(service = PortalPage.class)
@PageAt(path = GuidancePage.PATH, access = Access.PUBLIC)
public final class GuidancePage implements PortalPage {

    static final String PATH = "parken";

    private static final Duration COUNT_HOLDS = Duration.ofMinutes(30);
    private static final Duration BAY_HOLDS = Duration.ofHours(13);
    private static final int LONGEST = 100;

    private final SensorDirectory directory;
    private final Words words;
    private final Clock clock;

    /**
     * Starts the page.
     *
     * @param directory things and values
     * @param words texts
     */
    @Activate
    public GuidancePage(@Reference SensorDirectory directory, @Reference Words words) {
        this(directory, words, Clock.systemUTC());
    }

    GuidancePage(SensorDirectory directory, Words words, Clock clock) {
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A place to park.
     *
     * @param name its name
     * @param thing page of this thing
     * @param free how many bays are free; -1 if nothing recent is known
     * @param capacity how many there are
     * @param metres distance as the crow flies; -1 without a place to be near to
     * @param observedAt when it was measured last (UTC), null if never
     * @param demo whether it is made up
     */
    public record Offer(
            String name, long thing, int free, int capacity, int metres, Instant observedAt, boolean demo) {}

    @Override
    public PageResponse handle(PageRequest request) {
        if (!request.path().isEmpty()) {
            return PageResponse.notFound();
        }
        String target = request.parameter("ziel").orElse("");
        target = target.substring(0, Math.min(LONGEST, target.length()));
        boolean accessible = request.parameter("barrierefrei").isPresent();
        var near = near(request, target);
        var errors = target.isEmpty() || near.isPresent()
                ? Map.<String, String>of()
                : Map.of("ziel", words.text(request.language(), "error.place"));
        var offers = Facilities.of(directory, true).stream()
                .flatMap(one -> (accessible ? one.accessible() : Optional.of(one)).stream())
                .map(one -> offer(one, near))
                .sorted(order(near.isPresent()))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("offers", offers);
        model.put("target", target);
        model.put("accessible", accessible);
        model.put("near", near.isPresent());
        model.put("errors", errors);
        return new PageResponse.View("guidance", "guidance.title", new Object[0], model, errors.isEmpty() ? 200 : 422);
    }

    /** With free bays first, the nearest of them; without a place those with most free bays. */
    private static Comparator<Offer> order(boolean near) {
        Comparator<Offer> full = Comparator.comparing(offer -> offer.free() <= 0);
        Comparator<Offer> then = near
                ? Comparator.comparingInt(offer -> offer.metres() < 0 ? Integer.MAX_VALUE : offer.metres())
                : Comparator.comparingInt((Offer offer) -> offer.free()).reversed();
        return full.thenComparing(then).thenComparing(Offer::name);
    }

    /** A position of the address, or the first thing of the city whose name or group has the words. */
    private Optional<Position> near(PageRequest request, String target) {
        String latitude = request.parameter("breite").orElse("");
        String longitude = request.parameter("laenge").orElse("");
        String degrees = "-?\\d{1,3}(\\.\\d{1,12})?";
        if (latitude.matches(degrees) && longitude.matches(degrees)) {
            double north = Double.parseDouble(latitude);
            double east = Double.parseDouble(longitude);
            return Math.abs(north) <= 90 && Math.abs(east) <= 180
                    ? Optional.of(new Position(east, north))
                    : Optional.empty();
        }
        return target.isBlank()
                ? Optional.empty()
                : directory
                        .things(new ThingQuery(Set.of(), Optional.empty(), target, true, 0, Page.MAX))
                        .items()
                        .stream()
                        .flatMap(thing -> thing.position().stream())
                        .findFirst();
    }

    private Offer offer(Facility facility, Optional<Position> near) {
        int metres = near.flatMap(from -> facility.position().map(to -> (int) Distance.metres(from, to)))
                .orElse(-1);
        var streams = facility.counted().isPresent()
                ? facility.counted().get().datastream(Channels.FREE_SPACES).stream()
                        .toList()
                : facility.bays().stream()
                        .flatMap(bay -> bay.datastream(Channels.OCCUPIED).stream())
                        .toList();
        var last = streams.stream().flatMap(stream -> stream.last().stream()).toList();
        var observed = last.stream().map(Observation::phenomenonTime).max(Comparator.naturalOrder());
        long thing = facility.counted()
                .map(Thing::id)
                .orElseGet(() -> facility.bays().get(0).id());
        return new Offer(
                facility.name(),
                thing,
                free(streams, facility),
                facility.capacity(),
                metres,
                observed.orElse(null),
                facility.demo());
    }

    private int free(List<Datastream> streams, Facility facility) {
        var limit = clock.instant().minus(facility.counted().isPresent() ? COUNT_HOLDS : BAY_HOLDS);
        var recent = streams.stream()
                .flatMap(stream -> stream.last().stream())
                .filter(one -> one.phenomenonTime().isAfter(limit))
                .toList();
        if (recent.isEmpty()) {
            return -1;
        }
        return facility.counted().isPresent()
                ? recent.get(0).value() instanceof Value.Quantity free
                        ? (int) Math.max(0, Math.min(facility.capacity(), free.number()))
                        : -1
                : (int) recent.stream()
                        .filter(one -> one.value().equals(Value.of(false)))
                        .count();
    }
}
