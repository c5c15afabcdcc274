package de.einsnull.sensors.admin.care;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.security.api.Identity;
import de.einsnull.sensors.admin.Words;
import de.einsnull.sensors.admin.care.CareList.Cause;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.UnknownDevice;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.WorkList;
import de.einsnull.sensors.testkit.FakeSensorDirectory;
import de.einsnull.testkit.CatalogueCheck;
import de.einsnull.testkit.MovableClock;
import de.einsnull.testkit.PageVisitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** City IT sees which device to go to, with the cause, and puts it on the list in one click. */
class CareTest {

    private static final Channel VOLTAGE =
            Channel.number(Channels.BATTERY_VOLTAGE, "V", Channels.observedProperty(Channels.BATTERY_VOLTAGE));

    private final MovableClock clock = MovableClock.at("2026-11-24T12:00:00Z");
    private final FakeSensorDirectory directory = new FakeSensorDirectory();
    private final Sensors sensors = new Sensors();
    private final CareList list = new CareList(sensors, sensors, directory, clock);
    private final CarePage page = new CarePage(list, new Words(name -> CareTest.class.getResource("/" + name)));
    private final PageVisitor admin =
            new PageVisitor(page, new Identity("admin", "Admin", Set.of("admin")), Language.DE);

    private static final class Sensors implements DeviceRegistry, DriverInstances {

        private final List<Device> devices = new ArrayList<>();
        private DriverState state = DriverState.ONLINE;

        @Override
        public Page<Device> devices(Optional<String> instance, int offset, int limit) {
            return new Page<>(devices, devices.size());
        }

        @Override
        public List<Status> instances() {
            return List.of(new Status("lorawan", "LoRaWAN", state, DriverCause.NONE, "", Instant.EPOCH, 0));
        }

        @Override
        public Device register(DeviceRegistration registration) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Device> registerAll(List<DeviceRegistration> registrations) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean remove(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Device> device(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Device> find(String instance, String externalId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<UnknownDevice> unknown(int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean restart(String instance) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<LedgerRow> ledger() {
            throw new UnsupportedOperationException();
        }
    }

    /** A device that told its voltage once a pause, up to so long ago. */
    private void device(long id, Duration pause, Duration ago, double... volts) {
        var all = new ArrayList<Observation>();
        for (int i = 0; i < volts.length; i++) {
            var at = clock.instant().minus(ago).minus(pause.multipliedBy(volts.length - 1L - i));
            all.add(new Observation(id, at, at, 0, Value.of(volts[i])));
        }
        directory.observe(all.toArray(Observation[]::new));
        var last = all.isEmpty() ? Optional.<Observation>empty() : Optional.of(all.get(all.size() - 1));
        var stream = new Datastream(id, id, "v", VOLTAGE, 1, 1, true, "", last);
        directory.put(new Thing(id, "D" + id, "", "soil", "", Optional.empty(), 0, false, Map.of(), List.of(stream)));
        var registration = new DeviceRegistration(
                "lorawan", "E" + id, "", "D" + id, "", "soil", "", Optional.empty(), true, "", false, Map.of());
        sensors.devices.add(new Device(id, id, registration, last.map(Observation::phenomenonTime)));
    }

    private Cause causeOf(long id) {
        return list.all().stream()
                .filter(one -> one.device().id() == id)
                .map(CareList.Entry::cause)
                .findFirst()
                .orElse(null);
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    @Test
    void aDeviceIsSilentByItsOwnHabit() {
        device(1, hours(6), hours(10), 3.6, 3.6, 3.6);
        device(2, Duration.ofMinutes(15), hours(10), 3.6, 3.6, 3.6);

        assertThat(causeOf(1)).as("speaks every six hours").isNull();
        assertThat(causeOf(2)).isEqualTo(Cause.DEVICE);
    }

    /** A bay at night tells nothing for hours, because nobody comes and goes. */
    @Test
    void whoTellsChangesOnlyIsMeasuredByItsSlowestSeries() {
        device(1, Duration.ofMinutes(20), hours(8), 3.6, 3.6, 3.6);
        var thing = directory.thing(1).orElseThrow();
        var both = new ArrayList<>(thing.datastreams());
        both.add(new Datastream(50, 1, "o", VOLTAGE, 1, 1, true, "", Optional.empty()));
        directory.put(new Thing(1, "D1", "", "parking-bay", "", Optional.empty(), 0, false, Map.of(), both));
        assertThat(causeOf(1)).isEqualTo(Cause.DEVICE);

        for (int i = 0; i < 4; i++) {
            var at = clock.instant().minus(hours(8 + 6 * i));
            directory.observe(new Observation(50, at, at, 0, Value.of(3.3)));
        }

        assertThat(causeOf(1)).isNull();
    }

    @Test
    void theCauseIsTheDriverTheNetworkTheBatteryOrTheDeviceItself() {
        device(1, hours(1), hours(10), 3.6, 3.6);
        device(2, hours(1), hours(20), 2.9, 2.8);
        assertThat(causeOf(1)).isEqualTo(Cause.DEVICE);
        assertThat(causeOf(2)).isEqualTo(Cause.BATTERY);

        device(3, hours(1), hours(10).plusMinutes(5), 3.6, 3.6);
        device(4, hours(1), hours(10).minusMinutes(5), 3.6, 3.6);
        assertThat(causeOf(1)).isEqualTo(Cause.NETWORK);
        assertThat(causeOf(4)).isEqualTo(Cause.NETWORK);

        sensors.state = DriverState.OFFLINE;
        assertThat(causeOf(2)).isEqualTo(Cause.DRIVER);
    }

    @Test
    void whatWasNeverHeardIsNamed() {
        device(1, hours(1), hours(1));

        assertThat(causeOf(1)).isEqualTo(Cause.NEVER);
    }

    /** Ten hundredths of a volt a day from 3.5: five days to 3.0 are left when 3.5 was reached. */
    @Test
    void theBatteryIsForecastFromItsLastMonth() {
        device(1, hours(24), Duration.ofMinutes(5), 4.0, 3.9, 3.8, 3.7, 3.6, 3.5);
        device(2, hours(24), Duration.ofMinutes(5), 3.6, 3.61, 3.6, 3.61, 3.6, 3.6);

        assertThat(list.all()).singleElement().satisfies(one -> {
            assertThat(one.cause()).isEqualTo(Cause.SOON);
            assertThat(one.battery().daysLeft().orElse(0)).isBetween(4.9, 5.1);
            assertThat(one.silent()).isFalse();
        });
    }

    @Test
    void fewValuesOrAFewHoursAreNoForecast() {
        device(1, hours(1), Duration.ofMinutes(5), 4.0, 3.9, 3.8, 3.7, 3.6, 3.5);
        device(2, hours(24), Duration.ofMinutes(5), 4.0, 3.5);

        assertThat(list.all()).isEmpty();
    }

    @Test
    void aLowBatteryIsChangedBeforeTheDeviceFallsSilent() {
        device(1, hours(1), Duration.ofMinutes(5), 2.95);

        assertThat(causeOf(1)).isEqualTo(Cause.BATTERY);
    }

    @Test
    void oneClickPutsItOnTheListOnce() {
        var entries = new ArrayList<WorkList.Entry>();
        page.work = new WorkList() {
            @Override
            public boolean add(Entry entry) {
                return !isOpen(entry.reference()) && entries.add(entry);
            }

            @Override
            public boolean isOpen(String reference) {
                return entries.stream().anyMatch(one -> one.reference().equals(reference));
            }
        };
        device(1, hours(1), hours(10), 2.9, 2.85);

        assertThat(admin.sentTo("1/auftrag")).endsWith("meldung=beauftragt");
        assertThat(admin.sentTo("1/auftrag")).endsWith("meldung=nichts");
        assertThat(admin.sentTo("9/auftrag")).endsWith("meldung=nichts");

        assertThat(entries).singleElement().satisfies(one -> {
            assertThat(one.title()).isEqualTo("Batterie wechseln: D1");
            assertThat(one.detail()).isEqualTo("E1 · 2,85 V");
        });
        assertThat(admin.model("").get("rows").toString()).contains("asked=true", "battery=2,85");
        assertThat(admin.get("1/auftrag")).isInstanceOf(PageResponse.NotFound.class);
    }

    @Test
    void withoutTheDatabaseOrTheListThePageSaysSo() {
        device(1, hours(1), hours(10), 3.6);
        assertThat(admin.model("")).containsEntry("tasks", false);
        device(2, hours(1), hours(10), 3.6);
        directory.setAway(true);

        assertThat(admin.model("")).containsEntry("broken", true);
    }

    @Test
    void everyCauseHasItsWords() {
        for (var cause : Cause.values()) {
            CatalogueCheck.ofThisModule().has("care.cause." + cause, "care.task." + cause);
        }
        CatalogueCheck.ofThisModule().has("care.notice.beauftragt", "care.notice.nichts");
    }
}
