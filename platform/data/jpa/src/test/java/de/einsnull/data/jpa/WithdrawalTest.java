package de.einsnull.data.jpa;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.data.jpa.database.Dialect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;

/** A module stops in the very moment in which its data source appears. Else its update would find the old one. */
class WithdrawalTest {

    private static final String TABLE = "create table note (text varchar(100) not null)";
    private static final long SECONDS = 20;

    private TestFramework osgi;
    private DataPlatform platform;

    @BeforeEach
    void start(@TempDir Path storage) throws Exception {
        osgi = new TestFramework(storage);
        osgi.start("platform", Files.readString(Path.of("src/main/resources/db/migration/V1__outbox.sql")));
        platform = new DataPlatform(osgi.context(), TestConfig.at(TestDatabase.fresh(Dialect.H2)), osgi.secrets());
        platform.addDriver(TestDatabase.driver(Dialect.H2), Map.of("osgi.jdbc.driver.class", Dialect.H2.driverClass()));
        osgi.dataSource("platform");
    }

    @AfterEach
    void stop() throws Exception {
        platform.stop();
        osgi.close();
    }

    @Test
    void theBundleHasStoppedOnlyWhenItsDataSourceIsGone() throws Exception {
        var appeared = new CompletableFuture<DataSource>();
        var consumerHasStarted = new CountDownLatch(1);
        onDataSource(source -> {
            appeared.complete(source);
            consumerHasStarted.await(SECONDS, TimeUnit.SECONDS);
        });
        var bundle = osgi.start("parks", TABLE);
        var source = appeared.get(SECONDS, TimeUnit.SECONDS);

        var leftBehind = new CompletableFuture<Boolean>();
        var stopping = new Thread(() -> {
            try {
                bundle.stop();
                leftBehind.complete(osgi.has("parks"));
            } catch (BundleException | InvalidSyntaxException e) {
                leftBehind.completeExceptionally(e);
            }
        });
        stopping.start();
        eventually("the stop waits", () -> leftBehind.isDone() || stopping.getState() == Thread.State.TIMED_WAITING);
        assertThat(leftBehind).isNotDone();
        consumerHasStarted.countDown();

        assertThat(leftBehind.get(SECONDS, TimeUnit.SECONDS)).isFalse();
        assertThatThrownBy(source::getConnection).isInstanceOf(SQLException.class);
    }

    /** A consumer that cannot live with what it got stops its bundle; waiting for itself would take ten seconds. */
    @Test
    void aConsumerMayStopItsBundleWhileItIsBeingStarted() throws Exception {
        var bundle = new AtomicReference<Bundle>();
        var known = new CountDownLatch(1);
        var stopped = new CompletableFuture<Long>();
        onDataSource(source -> {
            known.await(SECONDS, TimeUnit.SECONDS);
            var before = System.nanoTime();
            bundle.get().stop();
            stopped.complete(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before));
        });
        bundle.set(osgi.start("parks", TABLE));
        known.countDown();

        assertThat(stopped.get(SECONDS, TimeUnit.SECONDS)).isLessThan(5);
        eventually("data source withdrawn", () -> !osgi.has("parks"));
    }

    private interface Consumer {

        void start(DataSource source) throws InterruptedException, BundleException;
    }

    /** Listeners run in the thread that registers a service, as the activation of components does. */
    private void onDataSource(Consumer consumer) throws InvalidSyntaxException {
        ServiceListener listener = event -> {
            if (event.getType() == ServiceEvent.REGISTERED) {
                try {
                    consumer.start((DataSource) osgi.context().getService(event.getServiceReference()));
                } catch (InterruptedException | BundleException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        osgi.context().addServiceListener(listener, "(einsnull.schema=parks)");
    }
}
