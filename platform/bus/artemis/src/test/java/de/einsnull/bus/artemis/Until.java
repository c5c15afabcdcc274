package de.einsnull.bus.artemis;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Bounded waits. */
public final class Until {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Until() {}

    public static void true_(String what, BooleanSupplier condition) {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain until " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    public static <T> T done(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    }
}
