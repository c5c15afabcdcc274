package de.einsnull.sensors.rest.admin;

import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.UnknownDevice;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Field;
import de.einsnull.web.api.Problem.Text;
import de.einsnull.web.api.ProblemException;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Devices, driver instances and the ledger, for city IT. */
@Component(service = RestResource.class)
@RestModule(path = "/api/sensors", title = "Devices and drivers", maxBodyInBytes = 8_388_608)
@Path("/")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SensorsAdmin implements RestResource {

    private static final int MOST = 1_000;
    private static final int MOST_AT_ONCE = 10_000;

    private final DeviceRegistry registry;
    private final DriverInstances drivers;
    private final AuditTrail audit;
    private final CurrentRequest current;

    @Activate
    public SensorsAdmin(
            @Reference DeviceRegistry registry,
            @Reference DriverInstances drivers,
            @Reference AuditTrail audit,
            @Reference CurrentRequest current) {
        this.registry = registry;
        this.drivers = drivers;
        this.audit = audit;
        this.current = current;
    }

    /** A page of devices. */
    public record DevicePage(List<DeviceView> items, long total) {}

    @GET
    @Path("devices")
    @Operation(summary = "Lists devices")
    public DevicePage devices(
            @QueryParam("instance") String instance,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        var page = registry.devices(
                Optional.ofNullable(instance), Math.max(0, offset), Math.max(1, Math.min(limit, MOST)));
        return new DevicePage(page.items().stream().map(DeviceView::of).toList(), page.total());
    }

    @GET
    @Path("devices/{id}")
    @Operation(summary = "Shows a device")
    public DeviceView device(@PathParam("id") long id) {
        return registry.device(id).map(DeviceView::of).orElseThrow(() -> notFound("device " + id));
    }

    @POST
    @Path("devices")
    @Operation(
            summary = "Registers devices, or updates them",
            description = "All or none. A device is known by instance and externalId. Messages that were put aside"
                    + " because it was unknown are replayed.")
    public List<DeviceView> register(List<DeviceView> devices) {
        if (devices == null || devices.isEmpty() || devices.size() > MOST_AT_ONCE) {
            throw invalid(List.of(new Field(
                    "", new Text("1 bis 10.000 Geräte werden erwartet", "1 to 10,000 devices are expected"))));
        }
        var stated = stated(devices);
        var registered = orAway(() -> registry.registerAll(stated));
        registered.forEach(d -> note("device.registered", d.registration()));
        return registered.stream().map(DeviceView::of).toList();
    }

    private static List<DeviceRegistration> stated(List<DeviceView> devices) {
        var stated = new ArrayList<DeviceRegistration>();
        var wrong = new ArrayList<Field>();
        for (int i = 0; i < devices.size(); i++) {
            try {
                stated.add(devices.get(i).registration());
            } catch (IllegalArgumentException e) {
                wrong.add(new Field("/" + i, new Text(e.getMessage(), e.getMessage())));
            }
        }
        if (!wrong.isEmpty()) {
            throw invalid(wrong);
        }
        return stated;
    }

    @DELETE
    @Path("devices/{id}")
    @Operation(summary = "Removes a device with its thing and all its observations")
    public void remove(@PathParam("id") long id) {
        var device = registry.device(id).orElseThrow(() -> notFound("device " + id));
        orAway(() -> registry.remove(id));
        note("device.removed", device.registration());
    }

    @GET
    @Path("unknown-devices")
    @Operation(summary = "Lists devices that send but are not registered, the latest first")
    public List<UnknownDevice> unknown(@QueryParam("limit") @DefaultValue("100") int limit) {
        return orAway(() -> registry.unknown(Math.max(1, Math.min(limit, MOST))));
    }

    @GET
    @Path("drivers")
    @Operation(summary = "Lists driver instances with state and cause")
    public List<DriverInstances.Status> drivers() {
        return drivers.instances();
    }

    @POST
    @Path("drivers/{instance}/restart")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Closes and opens a driver instance")
    public void restart(@PathParam("instance") String instance) {
        if (!drivers.restart(instance)) {
            throw notFound(instance);
        }
        audit.record(current.identity().id(), "driver.restarted", instance, true);
    }

    @GET
    @Path("ledger")
    @Operation(summary = "What happened to everything that came in, by driver instance and outcome")
    public List<DriverInstances.LedgerRow> ledger() {
        return orAway(drivers::ledger);
    }

    private void note(String action, DeviceRegistration device) {
        audit.record(current.identity().id(), action, device.instance() + "/" + device.externalId(), true);
    }

    private static <T> T orAway(Supplier<T> work) {
        try {
            return work.get();
        } catch (SensorDataException e) {
            throw new ProblemException(
                    Problem.of(
                            "database-away",
                            503,
                            new Text("Datenbank nicht erreichbar", "Database away"),
                            new Text(
                                    "Es wurde nichts geändert. Bitte versuchen Sie es später noch einmal.",
                                    "Nothing was changed. Please try again later.")),
                    e);
        }
    }

    private static ProblemException invalid(List<Field> fields) {
        return new ProblemException(new Problem(
                "invalid-input",
                400,
                new Text("Ungültige Eingabe", "Invalid input"),
                new Text("Es wurde nichts gespeichert.", "Nothing was stored."),
                fields));
    }

    private static ProblemException notFound(String what) {
        return new ProblemException(Problem.of(
                "not-found",
                404,
                new Text("Nicht gefunden", "Not found"),
                new Text("„" + what + "“ gibt es nicht.", "There is no '" + what + "'.")));
    }
}
