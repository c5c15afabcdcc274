package de.example.benches;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MapFeature;
import de.einsnull.portal.api.MapFeature.State;
import de.einsnull.portal.api.MapLayer;
import de.einsnull.security.api.Access;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The benches on the city map. */
@Component
public final class BenchesLayer implements MapLayer {

    /** Also the live channel {@code map/benches}. */
    static final String ID = "benches";

    private final Benches benches;
    private final Texts texts = new Texts();

    @Activate
    public BenchesLayer(@Reference Benches benches) {
        this.benches = benches;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public String titleKey() {
        return "benches.title";
    }

    @Override
    public String icon() {
        return "tree";
    }

    @Override
    public String access() {
        return Access.PUBLIC;
    }

    @Override
    public List<MapFeature> features(Language language) {
        return benches.all().stream().map(bench -> feature(bench, language)).toList();
    }

    private MapFeature feature(Bench bench, Language language) {
        String state = texts.in(language.locale(), bench.isAdopted() ? "bench.adopted" : "bench.free");
        return new MapFeature(
                Long.toString(bench.getId()),
                bench.getName(),
                "",
                bench.getLongitude(),
                bench.getLatitude(),
                bench.isAdopted() ? State.OCCUPIED : State.FREE,
                state,
                "",
                Optional.ofNullable(bench.getAdoptedAt()),
                BenchesPage.PATH);
    }
}
