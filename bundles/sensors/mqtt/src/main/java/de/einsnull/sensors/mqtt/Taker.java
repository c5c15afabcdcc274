package de.einsnull.sensors.mqtt;

import de.einsnull.bus.api.BatchReceiver;
import de.einsnull.bus.api.Outlet;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.api.TopicSpace;
import de.einsnull.bus.api.TryLaterException;
import de.einsnull.sensors.sensorthings.json.Bodies;
import de.einsnull.sensors.sensorthings.json.BodyException;
import de.einsnull.sensors.sensorthings.json.EntityReader;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.query.EntityPath;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.store.Draft;
import de.einsnull.sensors.sensorthings.store.EntityStore;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.Link;
import de.einsnull.sensors.sensorthings.store.Outcome;
import de.einsnull.sensors.sensorthings.store.StoreException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Creates what clients publish (18-088, clause 13). What cannot be created is put aside with its cause. A message may come
 * twice when the process ends between the commit and its acknowledgement.
 */
final class Taker implements BatchReceiver {

    private static final int LONGEST_DETAIL = 500;

    private final EntityStore store;
    private final Scribe scribe;
    private final Meters meters;
    private final Bodies bodies = new Bodies();

    /** A message that can be read. */
    private record Wish(TopicMessage message, EntityPath path, Draft draft) {}

    Taker(EntityStore store, Scribe scribe, Meters meters) {
        this.store = store;
        this.scribe = scribe;
        this.meters = meters;
    }

    @Override
    public void receive(List<TopicMessage> batch, Outlet outlet) throws TryLaterException {
        var observations = new ArrayList<Wish>();
        var others = new ArrayList<Wish>();
        for (var message : batch) {
            wish(message, outlet).ifPresent(wish -> (addressed(wish) ? observations : others).add(wish));
        }
        try {
            others.forEach(wish -> create(wish, outlet));
            if (!observations.isEmpty()) {
                createAll(observations, outlet);
            }
        } catch (StoreException e) {
            throw new TryLaterException("The database of the sensors is away", e);
        }
    }

    private Optional<Wish> wish(TopicMessage message, Outlet outlet) {
        var text = message.topic().substring(TopicSpace.REQUESTS.length());
        var topic = Topic.of(text).filter(t -> !t.path().single() && t.query().equals(Query.all()));
        if (topic.isEmpty()) {
            refuse(message, outlet, "no-such-set", "Entities are created on sets, such as v1.1/Observations");
            return Optional.empty();
        }
        var path = topic.get().path();
        try {
            var given = path.last().via().map(Navigation::inverse);
            var body = bodies.read(new ByteArrayInputStream(message.payload()));
            return Optional.of(
                    new Wish(message, path, new EntityReader(message.receivedAt()).created(path.type(), given, body)));
        } catch (BodyException e) {
            refuse(message, outlet, "malformed", e.pointer() + " " + e.english());
            return Optional.empty();
        }
    }

    /** Whether it is an observation that can be created with others; then it knows what it is for without its path. */
    private static boolean addressed(Wish wish) {
        if (wish.path().type() != EntityType.OBSERVATION || wish.path().steps().size() > 2) {
            return false;
        }
        if (wish.path().parent().isEmpty()) {
            return true;
        }
        var back = wish.path().last().via().orElseThrow().inverse();
        var parent = wish.path().parent().get().last().id();
        if (back.many() || parent.isEmpty() || wish.draft().links().containsKey(back)) {
            return false;
        }
        wish.draft().links().put(back, List.of(new Link.Existing(parent.getAsLong(), "")));
        return true;
    }

    private void createAll(List<Wish> wishes, Outlet outlet) {
        var outcomes = store.createEach(wishes.stream().map(Wish::draft).toList());
        for (int i = 0; i < wishes.size(); i++) {
            done(wishes.get(i), outcomes.get(i), outlet);
        }
    }

    private void create(Wish wish, Outlet outlet) {
        try {
            done(wish, new Outcome.Created(store.create(wish.path(), wish.draft())), outlet);
        } catch (StoreException e) {
            if (e.failure() instanceof Failure.Away) {
                throw e;
            }
            done(wish, new Outcome.Refused(e.failure()), outlet);
        }
    }

    private void done(Wish wish, Outcome outcome, Outlet outlet) {
        if (outcome instanceof Outcome.Refused refused) {
            refuse(wish.message(), outlet, "refused", english(refused.failure()));
            return;
        }
        meters.taken(1);
        scribe.created(
                wish.message().attributes().getOrDefault(TopicSpace.ACCOUNT, ""),
                wish.message().topic().substring(TopicSpace.REQUESTS.length()),
                wish.path().type(),
                ((Outcome.Created) outcome).id());
    }

    private static String english(Failure failure) {
        if (failure instanceof Failure.Violated violated) {
            return violated.pointer() + " " + violated.english();
        }
        if (failure instanceof Failure.Missing missing) {
            return "There is no such " + missing.type().entityName();
        }
        return failure instanceof Failure.Conflict conflict ? conflict.english() : failure.toString();
    }

    private void refuse(TopicMessage message, Outlet outlet, String cause, String detail) {
        meters.refused();
        outlet.putAside(
                message, cause, detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail);
    }
}
