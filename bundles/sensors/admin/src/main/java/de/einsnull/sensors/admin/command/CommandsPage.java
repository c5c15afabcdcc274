package de.einsnull.sensors.admin.command;

import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.admin.Words;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceCommands;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code arbeitsplatz/geraete}: devices that can be told something, for city IT and whoever has the role
 * {@value DeviceCommands#OPERATOR}. Other staff learn how to get it.
 */
@Component(service = PortalPage.class)
@PageAt(path = CommandsPage.PATH, access = Roles.STAFF)
public final class CommandsPage implements PortalPage {

    static final String PATH = "arbeitsplatz/geraete";

    private static final int SIZE = 50;

    private final DeviceRegistry registry;
    private final DriverInstances drivers;
    private final DeviceCommands commands;
    private final DeviceOrders orders;

    /**
     * Starts the page.
     *
     * @param registry knows the devices
     * @param drivers knows the driver instances
     * @param commands gives commands
     * @param texts texts of drivers
     * @param words texts
     * @param accounts names of accounts
     */
    @Activate
    public CommandsPage(
            @Reference DeviceRegistry registry,
            @Reference DriverInstances drivers,
            @Reference DeviceCommands commands,
            @Reference DriverTexts texts,
            @Reference Words words,
            @Reference Accounts accounts) {
        this.registry = registry;
        this.drivers = drivers;
        this.commands = commands;
        this.orders = new DeviceOrders(commands, texts, words, accounts);
    }

    @Override
    public PageResponse handle(PageRequest request) {
        if (!mayCommand(request.identity())) {
            return new PageResponse.View(
                    "denied", "command.denied.title", new Object[0], Map.of("role", DeviceCommands.OPERATOR), 403);
        }
        if (request.path().isEmpty()) {
            return overview(request);
        }
        return request.path().matches("\\d{1,18}")
                ? registry.device(Long.parseLong(request.path()))
                        .map(device -> orders.handle(request, device))
                        .orElseGet(PageResponse::notFound)
                : PageResponse.notFound();
    }

    static boolean mayCommand(Identity identity) {
        return identity.meets(Roles.ADMIN) || identity.meets(DeviceCommands.OPERATOR);
    }

    private PageResponse overview(PageRequest request) {
        var devices = drivers.instances().stream()
                .flatMap(status -> commandable(status.instance()).stream())
                .toList();
        int pages = Math.max(1, (devices.size() + SIZE - 1) / SIZE);
        int page = Math.max(1, Math.min(pages, number(request.parameter("seite").orElse(""))));
        return PageResponse.view(
                "commands",
                "command.title",
                Map.of(
                        "devices",
                        devices.stream().skip((page - 1L) * SIZE).limit(SIZE).toList(),
                        "page",
                        page,
                        "pages",
                        pages));
    }

    /** All devices of an instance, if the driver says of one of them what it understands. */
    private List<Device> commandable(String instance) {
        var devices = registry.devices(Optional.of(instance), 0, Page.MAX).items();
        return devices.isEmpty() || commands.commands(devices.get(0).id()).isEmpty() ? List.of() : devices;
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }
}
