package de.einsnull.portal.shell.pages;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.StartWidget;
import de.einsnull.portal.shell.contrib.Owned;
import de.einsnull.portal.shell.contrib.Registry;
import de.einsnull.portal.shell.guard.BusyException;
import de.einsnull.portal.shell.guard.Lanes;
import de.einsnull.portal.shell.guard.Meters;
import de.einsnull.portal.shell.guard.TooLargeException;
import de.einsnull.portal.shell.render.PageState;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws the widgets of the start page, all at the same time. One that fails or takes longer than {@link #LIMIT} is left
 * out and not asked again for {@link #REST}, so that it costs the page's visitors nothing.
 */
@Component(service = Widgets.class)
public final class Widgets {

    static final Duration LIMIT = Duration.ofMillis(300);
    static final Duration REST = Duration.ofSeconds(30);

    /** The first call of a widget loads classes and compiles its template. */
    static final Duration FIRST_LIMIT = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Widgets.class);

    private final Registry registry;
    private final Lanes lanes;
    private final Meters meters;
    private final Clock clock;
    private final Map<StartWidget, Instant> resting = new ConcurrentHashMap<>();
    private final Set<StartWidget> called = Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

    @Activate
    public Widgets(@Reference Registry registry, @Reference Lanes lanes, @Reference Meters meters) {
        this(registry, lanes, meters, Clock.systemUTC());
    }

    Widgets(Registry registry, Lanes lanes, Meters meters, Clock clock) {
        this.registry = registry;
        this.lanes = lanes;
        this.meters = meters;
        this.clock = clock;
    }

    private record Drawn(String html, PageState state) {}

    private record Begun(Owned<StartWidget> widget, Lanes.Started<Optional<Drawn>> call) {}

    /** The widgets' cards in their order. */
    List<SafeString> render(PageRequest request, PageState page) {
        var now = clock.instant();
        resting.values().removeIf(until -> until.isBefore(now));
        var begun = new ArrayList<Begun>();
        for (var widget : registry.widgets()) {
            if (!resting.containsKey(widget.service())) {
                begin(widget, request).ifPresent(begun::add);
            }
        }
        long start = System.nanoTime();
        var cards = new ArrayList<SafeString>();
        for (var one : begun) {
            finish(one, start).ifPresent(drawn -> {
                page.add(drawn.state());
                cards.add(new SafeString(drawn.html()));
            });
        }
        return cards;
    }

    private Optional<Begun> begin(Owned<StartWidget> widget, PageRequest request) {
        try {
            return Optional.of(new Begun(
                    widget, lanes.start(widget.owner().name(), widget.service(), () -> draw(widget, request))));
        } catch (BusyException e) {
            leaveOut(widget, Meters.Cause.BUSY, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static Optional<Drawn> draw(Owned<StartWidget> widget, PageRequest request) throws Exception {
        var card = widget.service().render(request);
        if (card.isEmpty()) {
            return Optional.empty();
        }
        var state = new PageState(request.language(), () -> "");
        var templates = widget.owner().templates();
        return Optional.of(
                new Drawn(templates.render(card.get().template(), card.get().model(), state), state));
    }

    private Optional<Drawn> finish(Begun begun, long start) {
        var limit = called.add(begun.widget().service()) ? FIRST_LIMIT : LIMIT;
        try {
            return begun.call().get(limit.minusNanos(System.nanoTime() - start));
        } catch (TimeoutException e) {
            begun.call().ifStuck(() -> failed(begun.widget(), Meters.Cause.STUCK, null));
            leaveOut(begun.widget(), Meters.Cause.SLOW, new TimeoutException("took longer than " + limit));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            leaveOut(begun.widget(), e instanceof TooLargeException ? Meters.Cause.TOO_LARGE : Meters.Cause.THROWN, e);
        }
        return Optional.empty();
    }

    private void failed(Owned<StartWidget> widget, Meters.Cause kind, Exception cause) {
        meters.failed(widget.owner(), kind, "card on the start page", cause);
    }

    private void leaveOut(Owned<StartWidget> widget, Meters.Cause kind, Exception cause) {
        failed(widget, kind, cause);
        LOG.warn("A widget of {} is left out for {}", widget.owner().name(), REST, cause);
        resting.put(widget.service(), clock.instant().plus(REST));
    }
}
