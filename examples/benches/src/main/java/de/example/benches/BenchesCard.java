package de.example.benches;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.StartWidget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A card on the start page: how many benches wait for somebody. */
@Component
public final class BenchesCard implements StartWidget {

    private final Benches benches;

    @Activate
    public BenchesCard(@Reference Benches benches) {
        this.benches = benches;
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public Optional<Card> render(PageRequest request) {
        List<Bench> all = benches.all();
        long free = all.stream().filter(bench -> !bench.isAdopted()).count();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Card("benches-card", Map.of("free", free, "total", all.size())));
    }
}
