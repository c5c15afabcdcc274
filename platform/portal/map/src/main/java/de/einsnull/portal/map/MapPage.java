package de.einsnull.portal.map;

import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.ModuleGuard;
import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Access;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** The city map with its list and table, and its layers as data at {@code stadtkarte/ebenen/<id>.geojson}. */
@Component(service = PortalPage.class, configurationPid = MapConfig.PID)
@PageAt(path = MapPage.PATH, access = Access.PUBLIC)
@Designate(ocd = MapConfig.class)
public final class MapPage implements PortalPage {

    static final String PATH = "stadtkarte";

    private static final Pattern LAYER = Pattern.compile("ebenen/([a-z0-9-]{1,64})\\.geojson");
    private static final Duration LAYER_LIMIT = Duration.ofMillis(1_500);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ModuleGuard guard;

    private final Layers layers;
    private final LayerReader reader;
    private final MapModel model;

    /**
     * Starts the map.
     *
     * @param layers layers that are there
     * @param config settings
     */
    @Activate
    public MapPage(@Reference Layers layers, MapConfig config) {
        this(layers, MapSettings.of(config), Clock.systemUTC(), LAYER_LIMIT);
    }

    MapPage(Layers layers, MapSettings settings, Clock clock, Duration layerLimit) {
        this.layers = layers;
        this.reader = new LayerReader(layerLimit, this::report);
        this.model = new MapModel(settings, clock);
    }

    private void report(LayerReader.Harm harm) {
        var now = guard;
        if (now != null) {
            now.strike(
                    harm.layer().bundleId(),
                    Kind.THREW,
                    "map layer " + harm.layer().layer().id(),
                    harm.thrown());
        }
    }

    @Override
    public PageResponse handle(PageRequest request) throws IOException {
        if (request.path().isEmpty()) {
            var contents = reader.read(visible(request), request.language());
            return PageResponse.view("map", "map.title", model.of(request, contents));
        }
        var layer = LAYER.matcher(request.path());
        return layer.matches() ? geoJson(request, layer.group(1)) : PageResponse.notFound();
    }

    private PageResponse geoJson(PageRequest request, String id) throws IOException {
        var wanted = visible(request).stream()
                .filter(known -> known.layer().id().equals(id))
                .limit(1)
                .toList();
        if (wanted.isEmpty()) {
            return PageResponse.notFound();
        }
        var content = reader.read(wanted, request.language()).get(0);
        return new PageResponse.Content("application/geo+json", LayerJson.write(content));
    }

    private List<ContributedLayer> visible(PageRequest request) {
        return layers.all().stream()
                .filter(known -> request.identity().meets(known.layer().access()))
                .toList();
    }

    @Deactivate
    void close() {
        reader.close();
    }
}
