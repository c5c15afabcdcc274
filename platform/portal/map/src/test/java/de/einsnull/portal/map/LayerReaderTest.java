package de.einsnull.portal.map;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MapFeature.State;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One broken layer must not take the whole map from the visitor. */
class LayerReaderTest {

    private final List<String> harms = new CopyOnWriteArrayList<>();
    private final LayerReader reader = new LayerReader(
            Duration.ofMillis(300), harm -> harms.add(harm.thrown().getMessage()));

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void aLayerThatThrowsIsShownAsFailedAndTheOthersAreThere() {
        var contents = reader.read(
                List.of(
                        Samples.named(Samples.layer("broken", 1, () -> {
                            throw new IllegalStateException("database away");
                        })),
                        Samples.named(Samples.layer("good", 2, () -> List.of(Samples.feature("1", "", State.FREE))))),
                Language.DE);

        assertThat(contents.get(0).failed()).isTrue();
        assertThat(contents.get(0).features()).isEmpty();
        assertThat(contents.get(1).failed()).isFalse();
        assertThat(contents.get(1).features()).hasSize(1);
        assertThat(harms).containsExactly("database away");
    }

    /** One layer that hangs for ever must not take the threads of all. */
    @Test
    void aLayerThatKeepsHangingLeavesThreadsForTheOthers() {
        var end = new CountDownLatch(1);
        var deaf = Samples.named(Samples.layer("deaf", 1, () -> {
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
            return List.of();
        }));
        var good = Samples.named(Samples.layer("good", 2, () -> List.of(Samples.feature("1", "", State.FREE))));
        for (int i = 0; i < 9; i++) {
            reader.read(List.of(deaf), Language.DE);
        }

        assertThat(deaf.places().availablePermits()).isZero();
        assertThat(reader.read(List.of(deaf, good), Language.DE).get(1).failed())
                .isFalse();
        end.countDown();
    }

    @Test
    void hangingLayersCostTheTimeLimitOnceAndNotOnceEach() {
        var never = new CountDownLatch(1);
        var hanging = IntStream.range(0, 4)
                .mapToObj(i -> Samples.named(Samples.layer("hanging-" + i, i, () -> {
                    never.await();
                    return List.of();
                })))
                .toList();

        long start = System.nanoTime();
        var contents = reader.read(hanging, Language.DE);

        assertThat(contents).allMatch(LayerContent::failed);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_100));
    }

    @Test
    void aLayerThatAnswersNothingAtAllHasFailed() {
        assertThat(reader.read(List.of(Samples.named(Samples.layer("null", 1, () -> null))), Language.DE)
                        .get(0)
                        .failed())
                .isTrue();
    }

    @Test
    void atMostFiveThousandFeaturesAreShown() {
        var many = Collections.nCopies(6_000, Samples.feature("1", "", State.FREE));

        assertThat(reader.read(List.of(Samples.named(Samples.layer("many", 1, () -> many))), Language.DE)
                        .get(0)
                        .features())
                .hasSize(5_000);
    }
}
