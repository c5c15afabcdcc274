package de.einsnull.sensors.rest.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.UnknownDevice;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.testkit.RecordedAudit;
import de.einsnull.web.api.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Without these city IT could not register a sensor, or would not learn which line of its list is wrong. */
class SensorsAdminTest {

    private final Registry registry = new Registry();
    private final RecordedAudit audit = new RecordedAudit();
    private final SensorsAdmin admin =
            new SensorsAdmin(registry, new Drivers(), audit, new FixedCaller(FixedCaller.admin("boss")));

    @Test
    void everyMethodIsForAdministratorsOnly() {
        assertThat(SensorsAdmin.class.getAnnotation(RolesAllowed.class).value()).containsExactly("admin");
        assertThat(Arrays.stream(SensorsAdmin.class.getDeclaredMethods()))
                .noneMatch(m -> m.isAnnotationPresent(PermitAll.class));
    }

    @Test
    void devicesAreRegisteredFromJsonAndAudited() throws Exception {
        var json = "[{\"instance\":\"lorawan\",\"externalId\":\"A84041000181B5C1\",\"model\":\"dragino-lse01\","
                + "\"name\":\"Linde\",\"kind\":\"soil\",\"longitude\":8.14,\"latitude\":51.82,\"open\":true}]";
        var devices = List.of(new ObjectMapper().readValue(json, DeviceView[].class));

        var registered = admin.register(devices);

        assertThat(registered).singleElement().satisfies(d -> {
            assertThat(d.id()).isEqualTo(1);
            assertThat(d.longitude()).isEqualTo(8.14);
            assertThat(d.demo()).isFalse();
        });
        assertThat(audit.lines()).containsExactly("boss device.registered lorawan/A84041000181B5C1 true");
        assertThat(admin.device(1).name()).isEqualTo("Linde");
        assertThat(admin.devices("lorawan", -5, 100_000).total()).isEqualTo(1);
    }

    @Test
    void everyWrongLineIsNamedAndNothingIsStored() {
        var good = view("A1", "Bucht 1", 8.0, 51.0);
        var noName = view("A2", " ", 8.0, 51.0);
        var halfPlace = view("A3", "Bucht 3", 8.0, null);
        var nowhere = view("A4", "Bucht 4", 8.0, 95.0);

        assertThatThrownBy(() -> admin.register(List.of(good, noName, halfPlace, nowhere)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem().fields())
                                .extracting(f -> f.pointer())
                                .containsExactly("/1", "/2", "/3"));
        assertThat(registry.devices).isEmpty();
        assertThatThrownBy(() -> admin.register(List.of())).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> admin.register(null)).isInstanceOf(ProblemException.class);
    }

    @Test
    void removingIsAuditedAndWhatIsNotThereIsNotFound() {
        admin.register(List.of(view("A1", "Bucht 1", null, null)));

        admin.remove(1);

        assertThat(audit.lines()).contains("boss device.removed lorawan/A1 true");
        assertStatus(404, () -> admin.remove(1));
        assertStatus(404, () -> admin.device(1));
    }

    @Test
    void aDatabaseThatIsAwayIsSaid() {
        registry.away = true;

        assertStatus(503, () -> admin.register(List.of(view("A1", "Bucht 1", null, null))));
        assertStatus(503, () -> admin.unknown(5));
    }

    @Test
    void driversAndLedgerAreShownAndAnInstanceCanBeRestarted() {
        admin.restart("lorawan");

        assertThat(audit.lines()).containsExactly("boss driver.restarted lorawan true");
        assertStatus(404, () -> admin.restart("nobody"));
        assertThat(admin.drivers()).isEmpty();
        assertThat(admin.ledger()).isEmpty();
        assertThat(admin.unknown(0)).isEmpty();
    }

    private static void assertStatus(int status, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().status())
                .isEqualTo(status));
    }

    private static DeviceView view(String id, String name, Double longitude, Double latitude) {
        return new DeviceView(
                null, null, "lorawan", id, null, name, null, null, null, longitude, latitude, true, null, false, null,
                null);
    }

    private static final class Registry implements DeviceRegistry {

        private final List<Device> devices = new ArrayList<>();
        private boolean away;

        private void check() {
            if (away) {
                throw new SensorDataException("away", null);
            }
        }

        @Override
        public Device register(DeviceRegistration registration) {
            return registerAll(List.of(registration)).get(0);
        }

        @Override
        public List<Device> registerAll(List<DeviceRegistration> registrations) {
            check();
            registrations.forEach(r -> devices.add(new Device(devices.size() + 1L, 1, r, Optional.empty())));
            return List.copyOf(devices);
        }

        @Override
        public boolean remove(long id) {
            return devices.removeIf(d -> d.id() == id);
        }

        @Override
        public Optional<Device> device(long id) {
            return devices.stream().filter(d -> d.id() == id).findFirst();
        }

        @Override
        public Optional<Device> find(String instance, String externalId) {
            return Optional.empty();
        }

        @Override
        public Page<Device> devices(Optional<String> instance, int offset, int limit) {
            assertThat(offset).isNotNegative();
            assertThat(limit).isBetween(1, 1_000);
            return new Page<>(devices, devices.size());
        }

        @Override
        public List<UnknownDevice> unknown(int limit) {
            check();
            return List.of();
        }
    }

    private static final class Drivers implements DriverInstances {

        @Override
        public List<Status> instances() {
            return List.of();
        }

        @Override
        public boolean restart(String instance) {
            return instance.equals("lorawan");
        }

        @Override
        public List<LedgerRow> ledger() {
            return List.of();
        }
    }
}
