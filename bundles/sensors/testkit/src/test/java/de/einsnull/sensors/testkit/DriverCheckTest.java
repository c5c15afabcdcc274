package de.einsnull.sensors.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.RawMessage;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import de.einsnull.sensors.testkit.FakeDevice.Behaviour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each of these drivers has one mistake that was made before; a check that lets it pass is worth nothing. */
@Timeout(120)
class DriverCheckTest {

    private static final RawMessage MESSAGE = new RawMessage(
            "wx/s1", "21.5".getBytes(StandardCharsets.UTF_8), Map.of(), Instant.parse("2026-11-24T12:00:00Z"));

    private final FakeWebService service = new FakeWebService("21.5");

    @AfterEach
    void close() {
        service.close();
    }

    private static DriverCheck listening(Supplier<Listener> drivers) {
        return new DriverCheck(drivers).messages(MESSAGE);
    }

    private DriverCheck polled(Supplier<Poller> drivers) {
        return new DriverCheck(drivers).device(service);
    }

    @Test
    void goodDriversPass() {
        assertThatCode(() -> listening(Listener::new).all()).doesNotThrowAnyException();
        assertThatCode(() -> polled(() -> new Poller(service.address())).all()).doesNotThrowAnyException();
        assertThat(service.requests()).isNotEmpty().allMatch(line -> line.startsWith("GET /"));
    }

    @Test
    void aDriverThatIsDeadAfterTheSecondTimeIsFound() {
        assertThatThrownBy(() -> listening(() -> new Listener() {
                            @Override
                            public void close(CloseReason reason) {
                                context = null;
                                closed = true;
                            }

                            @Override
                            public void receive(RawMessage message) throws UndecodableFrameException, DriverException {
                                if (!closed) {
                                    super.receive(message);
                                }
                            }
                        })
                        .worksAgainAfterItWasClosed())
                .hasMessageContaining("closed and opened again");
    }

    @Test
    void aDriverThatLeavesThreadsIsFound() {
        var end = new CountDownLatch(1);
        assertThatThrownBy(() -> listening(() -> new Listener() {
                            @Override
                            public void open(DriverContext given) {
                                super.open(given);
                                var thread = new Thread(() -> await(end), "left-behind");
                                thread.setDaemon(true);
                                thread.start();
                            }
                        })
                        .givesEverythingBack())
                .hasMessageContaining("threads that are left");
        end.countDown();
    }

    @Test
    void aDriverThatCannotBeClosedUnopenedIsFound() {
        assertThatThrownBy(() -> listening(() -> new Listener() {
                            @Override
                            public void close(CloseReason reason) {
                                assertThat(context).isNotNull();
                            }
                        })
                        .canBeClosedAlthoughItIsNotOpen())
                .hasMessageContaining("not open");
    }

    @Test
    void aDriverThatTakesTheTimeOfTheCallIsFound() {
        assertThatThrownBy(() -> listening(() -> new Listener() {
                            @Override
                            Instant time(RawMessage message) {
                                return context.clock().instant();
                            }
                        })
                        .all())
                .hasMessageContaining("when it comes again");
    }

    @Test
    void aDriverThatLetsReadingsGoIsFound() {
        assertThatThrownBy(() -> listening(() -> new Listener() {
                            @Override
                            void busy() {}
                        })
                        .all())
                .hasMessageContaining("the platform is busy");
    }

    @Test
    void aDriverThatChokesOnNonsenseIsFound() {
        assertThatThrownBy(() -> listening(() -> new Listener() {
                            @Override
                            double number(String text) {
                                return Double.parseDouble(text);
                            }
                        })
                        .all())
                .hasMessageContaining("Neither read nor refused");
    }

    @Test
    void aDriverThatWaitsForEverIsFound() {
        assertThatThrownBy(() -> polled(() -> new Poller(service.address()) {
                            @Override
                            public void poll() throws DriverException {
                                try {
                                    super.poll();
                                } catch (DriverException e) {
                                    spin();
                                }
                            }
                        })
                        .endsAlthoughTheDeviceIsSilent())
                .hasMessageContaining("time limit");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void aDriverThatHidesThatTheDeviceIsAwayIsFound() {
        assertThatThrownBy(() -> polled(() -> new Poller(service.address()) {
                            @Override
                            DriverException away(IOException cause) {
                                throw new UncheckedIOException(cause);
                            }
                        })
                        .saysThatTheDeviceIsAwayAndWorksAgainWhenItIsBack())
                .hasMessageContaining("AWAY");
    }

    @Test
    void theFakeServiceBehavesAsItIsTold() throws Exception {
        var poller = new Poller(service.address());
        poller.open(new RecordingDriverContext("x"));
        for (var bad : new Behaviour[] {Behaviour.AWAY, Behaviour.NONSENSE, Behaviour.SILENT}) {
            service.behave(bad);
            assertThatThrownBy(poller::poll).isInstanceOf(DriverException.class);
        }
        service.behave(Behaviour.NORMAL);
        poller.poll();
        service.answerWith("not a number");
        assertThatThrownBy(poller::poll).hasMessageContaining("not a number");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void spin() {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
