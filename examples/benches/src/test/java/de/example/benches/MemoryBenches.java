package de.example.benches;

import java.time.Instant;
import java.util.List;

/** Two benches in memory. */
final class MemoryBenches implements Benches {

    static final Instant ADOPTED = Instant.parse("2026-11-24T12:00:00Z");

    private final List<Bench> benches = List.of(
            new Bench(1, "Bench at the mill pond", 8.14, 51.82), new Bench(2, "Bench by the station", 8.15, 51.83));

    @Override
    public List<Bench> all() {
        return benches;
    }

    @Override
    public List<Bench> adoptedBy(String account) {
        return benches.stream()
                .filter(bench -> account.equals(bench.getAdoptedBy()))
                .toList();
    }

    @Override
    public boolean adopt(long id, String account) {
        var free = benches.stream()
                .filter(bench -> bench.getId() == id && !bench.isAdopted())
                .findFirst();
        free.ifPresent(bench -> bench.adopt(account, ADOPTED));
        return free.isPresent();
    }

    @Override
    public int release(String account) {
        var benches = adoptedBy(account);
        benches.forEach(bench -> bench.adopt(null, null));
        return benches.size();
    }
}
