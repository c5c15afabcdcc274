package de.einsnull.web.cxf.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A module with a burst of news is let through, one that never stops is not, and the guard is not flooded in its place. */
class BucketTest {

    private final AtomicLong nanos = new AtomicLong(5);
    private final Bucket bucket = new Bucket(2, nanos::get);

    private int taken(int asked) {
        int taken = 0;
        for (int i = 0; i < asked; i++) {
            taken += bucket.take() == Bucket.Answer.TAKEN ? 1 : 0;
        }
        return taken;
    }

    @Test
    void aBurstOfTenSecondsPassesAndThenTheRate() {
        assertThat(taken(100)).isEqualTo(20);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(3));
        assertThat(taken(100)).isEqualTo(6);
    }

    @Test
    void restDoesNotAddUpForEver() {
        nanos.addAndGet(TimeUnit.DAYS.toNanos(1));
        assertThat(taken(100)).isEqualTo(20);
    }

    @Test
    void isToldOfOnceASecond() {
        taken(20);
        assertThat(bucket.take()).isEqualTo(Bucket.Answer.EMPTY);
        assertThat(bucket.take()).isEqualTo(Bucket.Answer.STILL_EMPTY);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        taken(2);
        assertThat(bucket.take()).isEqualTo(Bucket.Answer.EMPTY);
    }
}
