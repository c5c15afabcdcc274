package de.einsnull.sensors.portal.page;

import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Access;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.portal.layer.ThingStates;
import de.einsnull.sensors.portal.text.Values;
import de.einsnull.sensors.portal.text.Words;
import java.time.Clock;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code sensoren} and everything below it. */
@Component(service = PortalPage.class)
@PageAt(path = "sensoren", access = Access.PUBLIC)
public final class SensorPages implements PortalPage {

    private static final Pattern BELOW = Pattern.compile("(\\d{1,18})(/daten\\.csv)?");

    private final SensorDirectory directory;
    private final SensorList list;
    private final SensorPage page;

    /**
     * Starts the pages.
     *
     * @param directory what is shown
     * @param states tells what values mean
     * @param words texts
     * @param values prints values
     */
    @Activate
    public SensorPages(
            @Reference SensorDirectory directory,
            @Reference ThingStates states,
            @Reference Words words,
            @Reference Values values) {
        this(directory, states, words, values, Clock.system(ZoneId.of("Europe/Berlin")));
    }

    SensorPages(SensorDirectory directory, ThingStates states, Words words, Values values, Clock clock) {
        this.directory = directory;
        this.list = new SensorList(directory, states, clock);
        this.page = new SensorPage(directory, states, words, values, clock.getZone(), clock);
    }

    @Override
    public PageResponse handle(PageRequest request) {
        if (request.path().isEmpty()) {
            return list.show(request);
        }
        var below = BELOW.matcher(request.path());
        return below.matches() ? ofThing(request, below) : PageResponse.notFound();
    }

    private PageResponse ofThing(PageRequest request, Matcher below) {
        var thing = directory.thing(Long.parseLong(below.group(1)));
        if (thing.isEmpty()) {
            return PageResponse.notFound();
        }
        return below.group(2) == null ? page.show(request, thing.get()) : page.csv(request, thing.get());
    }
}
