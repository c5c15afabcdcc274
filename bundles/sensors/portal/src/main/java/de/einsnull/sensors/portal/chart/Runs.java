package de.einsnull.sensors.portal.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Cuts a series where data is missing: a line across a gap would claim values that nobody observed. */
final class Runs {

    private static final int GAP_FACTOR = 4;
    private static final Duration SHORTEST_GAP = Duration.ofMinutes(10);

    private Runs() {}

    /** Runs of samples without a gap between them, oldest first. */
    static List<List<Sample>> of(List<Sample> samples) {
        var runs = new ArrayList<List<Sample>>();
        if (samples.isEmpty()) {
            return runs;
        }
        var gap = gap(samples);
        var run = new ArrayList<Sample>();
        for (var sample : samples) {
            if (!run.isEmpty()
                    && Duration.between(run.get(run.size() - 1).at(), sample.at())
                                    .compareTo(gap)
                            > 0) {
                runs.add(run);
                run = new ArrayList<>();
            }
            run.add(sample);
        }
        runs.add(run);
        return runs;
    }

    /** Four times the usual distance of two samples. */
    private static Duration gap(List<Sample> samples) {
        var distances = new ArrayList<Duration>();
        for (int i = 1; i < samples.size(); i++) {
            distances.add(
                    Duration.between(samples.get(i - 1).at(), samples.get(i).at()));
        }
        distances.sort(null);
        var usual = distances.isEmpty() ? SHORTEST_GAP : distances.get(distances.size() / 2);
        var gap = usual.multipliedBy(GAP_FACTOR);
        return gap.compareTo(SHORTEST_GAP) < 0 ? SHORTEST_GAP : gap;
    }
}
