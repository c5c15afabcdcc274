package de.einsnull.sensors.core.sta;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.store.Draft;
import de.einsnull.sensors.sensorthings.store.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without these a client could be told the id of another's observation, or wait for ever. */
@Timeout(60)
class CombinerTest {

    @Test
    void everybodyHearsWhatBecameOfTheirOwn() throws Exception {
        var batches = new ArrayList<Integer>();
        var first = new CountDownLatch(1);
        var others = new CountDownLatch(1);
        var combiner = new Combiner(drafts -> {
            batches.add(drafts.size());
            first.countDown();
            await(others);
            return drafts.stream()
                    .map(d -> (Outcome) new Outcome.Created(Long.parseLong(d.pointer())))
                    .toList();
        });
        var results = run(20, i -> combiner.create(draft(i)), first);
        eventually("all others wait", () -> combiner.waiting() == 19);
        others.countDown();

        for (int i = 0; i < results.size(); i++) {
            assertThat(results.get(i).get()).isEqualTo(new Outcome.Created(i));
        }
        assertThat(batches).containsExactly(1, 19);
    }

    @Test
    void aFailureReachesAllThatItConcerns() throws Exception {
        var combiner = new Combiner(drafts -> {
            throw new IllegalStateException("away");
        });
        var open = new CountDownLatch(0);

        for (var result : run(5, i -> combiner.create(draft(i)), open)) {
            assertThatThrownBy(result::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .hasMessage("away");
        }
    }

    /** What one of many does. */
    private interface Job {
        Outcome run(int number);
    }

    private static List<Future<Outcome>> run(int jobs, Job job, CountDownLatch first) {
        var pool = Executors.newFixedThreadPool(jobs);
        var results = new ArrayList<Future<Outcome>>();
        for (int i = 0; i < jobs; i++) {
            int number = i;
            Callable<Outcome> call = () -> job.run(number);
            results.add(pool.submit(call));
            if (i == 0) {
                await(first);
            }
        }
        pool.shutdown();
        return results;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Draft draft(int number) {
        return new Draft(EntityType.OBSERVATION, Map.of(), Map.of(), String.valueOf(number));
    }
}
