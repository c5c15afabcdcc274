package de.einsnull.sensors.rest.command;

import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.api.DeviceCommands;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.CommandResult;
import de.einsnull.sensors.api.driver.CommandType;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Commands to devices, for city IT and whoever has the role {@value DeviceCommands#OPERATOR}. */
@Component(service = RestResource.class)
@RestModule(path = "/api/sensors", title = "Devices and drivers", maxBodyInBytes = 8_388_608)
@Path("/commands")
@RolesAllowed({Roles.ADMIN, DeviceCommands.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CommandsResource implements RestResource {

    private final DeviceCommands commands;
    private final DeviceRegistry registry;
    private final CurrentRequest current;

    /**
     * Starts the resource.
     *
     * @param commands gives commands
     * @param registry knows the devices
     * @param current says who asks
     */
    @Activate
    public CommandsResource(
            @Reference DeviceCommands commands, @Reference DeviceRegistry registry, @Reference CurrentRequest current) {
        this.commands = commands;
        this.registry = registry;
        this.current = current;
    }

    @GET
    @Path("{device}")
    @Operation(summary = "What a device understands", description = "Empty while its driver is not open.")
    public List<CommandType> understood(@PathParam("device") long device) {
        known(device);
        return commands.commands(device);
    }

    @GET
    @Path("{device}/history")
    @Operation(summary = "What a device was told, by whom and what became of it, the latest first")
    public List<OrderView> history(
            @PathParam("device") long device, @QueryParam("limit") @DefaultValue("20") int limit) {
        known(device);
        return CommandProblems.orAway(() -> commands.history(device, limit)).stream()
                .map(OrderView::of)
                .toList();
    }

    @POST
    @Path("{device}/{command}")
    @Operation(
            summary = "Tells a device, and waits for the answer of its driver",
            description =
                    "The body has the parameters. DONE: the device did it. SENT: it is on its way. Everything else"
                            + " is a problem: refused (409), driver failed (502), unavailable (503), no answer in time (504).")
    public CommandResult execute(
            @PathParam("device") long device, @PathParam("command") String command, Map<String, Object> parameters) {
        known(device);
        var values = values(parameters == null ? Map.of() : parameters);
        CommandResult result;
        try {
            result = CommandProblems.orAway(() ->
                    commands.execute(device, command, values, current.identity().id()));
        } catch (IllegalArgumentException e) {
            throw CommandProblems.invalid(e.getMessage());
        }
        return CommandProblems.orProblem(result);
    }

    private void known(long device) {
        if (registry.device(device).isEmpty()) {
            throw CommandProblems.notFound(device);
        }
    }

    private static Map<String, Value> values(Map<String, Object> parameters) {
        var values = new HashMap<String, Value>();
        parameters.forEach((name, plain) -> values.put(name, value(name, plain)));
        return values;
    }

    private static Value value(String name, Object plain) {
        if (plain instanceof Number number) {
            return Value.of(number.doubleValue());
        }
        if (plain instanceof Boolean flag) {
            return Value.of(flag);
        }
        if (plain instanceof String text && text.length() <= Value.MAX_TEXT_CHARS) {
            return Value.of(text);
        }
        throw CommandProblems.invalid(name + " must be a number, true or false, or a text of at most "
                + Value.MAX_TEXT_CHARS + " characters");
    }
}
