package de.einsnull.portal.map;

import de.einsnull.portal.api.MapLayer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The layers that are there now. */
@Component(service = Layers.class)
public final class Layers {

    private static final Logger LOG = LoggerFactory.getLogger(Layers.class);

    private final Map<MapLayer, ContributedLayer> layers = new ConcurrentHashMap<>();

    /** Starts without layers; they come one by one. */
    @Activate
    public Layers() {
        // nothing to do before the first layer comes
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addLayer(MapLayer layer, ServiceReference<MapLayer> reference) {
        if (!layer.id().matches("[a-z0-9-]{1,64}")) {
            LOG.warn("Layer '{}' of {} is left out: its id is malformed", layer.id(), reference.getBundle());
            return;
        }
        var bundle = reference.getBundle();
        add(new ContributedLayer(layer, LayerTitles.read(layer.titleKey(), bundle::getEntry), bundle.getBundleId()));
    }

    void add(ContributedLayer layer) {
        layers.put(layer.layer(), layer);
    }

    void removeLayer(MapLayer layer) {
        layers.remove(layer);
    }

    /** In the order of the legend. */
    List<ContributedLayer> all() {
        return layers.values().stream()
                .sorted(Comparator.<ContributedLayer>comparingInt(
                                known -> known.layer().order())
                        .thenComparing(known -> known.layer().id()))
                .toList();
    }
}
