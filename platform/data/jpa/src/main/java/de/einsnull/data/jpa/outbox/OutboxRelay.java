package de.einsnull.data.jpa.outbox;

import de.einsnull.bus.api.EventPublisher;
import de.einsnull.data.jpa.outbox.OutboxTable.Row;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Moves events from the outbox to the bus, one batch in one transaction: lock rows, publish, wait for the broker, delete
 * what it has stored. A crash in between repeats the batch; the broker drops the copies by the id of the event.
 */
final class OutboxRelay {

    private static final Duration LONGEST_ACKNOWLEDGEMENT = Duration.ofSeconds(30);

    private final DataSource source;
    private final EventPublisher publisher;
    private final Clock clock;
    private final int batchSize;

    OutboxRelay(DataSource source, EventPublisher publisher, Clock clock, int batchSize) {
        this.source = source;
        this.publisher = publisher;
        this.clock = clock;
        this.batchSize = batchSize;
    }

    /**
     * What became of a batch.
     *
     * @param published events that the broker has stored
     * @param failed events that stay in the outbox
     * @param failure why the first of them failed, null if none did
     */
    record Batch(int published, int failed, Throwable failure) {
        boolean brokerAway() {
            return failed > 0 && published == 0;
        }
    }

    /**
     * Moves one batch.
     *
     * @throws SQLException if the database fails; nothing has been deleted then
     */
    Batch move() throws SQLException, InterruptedException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var rows = OutboxTable.next(connection, batchSize, clock.instant());
                var outcome = publish(rows);
                OutboxTable.delete(connection, outcome.published);
                if (!outcome.published.isEmpty()) {
                    OutboxTable.postpone(connection, outcome.failed, clock.instant());
                }
                connection.commit();
                return new Batch(outcome.published.size(), outcome.failed.size(), outcome.failure);
            } catch (SQLException | RuntimeException | InterruptedException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** Sends all before waiting for the first, so that the broker can store them together. */
    private Outcome publish(List<Row> rows) throws InterruptedException {
        var acknowledgements = new LinkedHashMap<Row, CompletableFuture<Void>>();
        rows.forEach(row -> acknowledgements.put(row, send(row)));
        var outcome = new Outcome();
        var deadline = System.nanoTime() + LONGEST_ACKNOWLEDGEMENT.toNanos();
        for (var entry : acknowledgements.entrySet()) {
            try {
                entry.getValue().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                outcome.published.add(entry.getKey());
            } catch (ExecutionException | TimeoutException e) {
                outcome.fail(entry.getKey(), e instanceof ExecutionException ? e.getCause() : e);
            }
        }
        return outcome;
    }

    private CompletableFuture<Void> send(Row row) {
        try {
            return publisher.publish(row.event()).toCompletableFuture();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static final class Outcome {
        private final List<Row> published = new ArrayList<>();
        private final List<Row> failed = new ArrayList<>();
        private Throwable failure;

        void fail(Row row, Throwable cause) {
            failed.add(row);
            failure = failure == null ? cause : failure;
        }
    }
}
