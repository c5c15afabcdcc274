package de.einsnull.sensors.admin.command;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.security.api.Accounts;
import de.einsnull.sensors.admin.Words;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceCommands;
import de.einsnull.sensors.api.DeviceCommands.Order;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.CommandType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page of one device: its commands as forms, and what it was told before. */
final class DeviceOrders {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceOrders.class);
    private static final int SHOWN = 20;
    private static final int REFUSED = 422;
    private static final int UNAVAILABLE = 503;

    /** Most drivers answer at once; whoever waits longer sees that it is underway. */
    private static final long PATIENCE_MILLIS = 3_000;

    private final DeviceCommands commands;
    private final DriverTexts texts;
    private final Words words;
    private final Accounts accounts;

    DeviceOrders(DeviceCommands commands, DriverTexts texts, Words words, Accounts accounts) {
        this.commands = commands;
        this.texts = texts;
        this.words = words;
        this.accounts = accounts;
    }

    private record Shown(CommandForm form, String problem, int status) {

        static Shown first() {
            return new Shown(CommandForm.empty(), "", 200);
        }
    }

    PageResponse handle(PageRequest request, Device device) {
        if (!request.isPost()) {
            return view(request, device, Shown.first());
        }
        var name = request.parameter("befehl").orElse("");
        var type = commands.commands(device.id()).stream()
                .filter(known -> known.name().equals(name))
                .findFirst();
        if (type.isEmpty()) {
            return view(request, device, new Shown(CommandForm.empty(), "command.problem.gone", REFUSED));
        }
        var form = CommandForm.sent(request, type.get());
        return form.errors().isEmpty()
                ? give(request, device, type.get(), form)
                : view(request, device, new Shown(form, "", REFUSED));
    }

    private PageResponse give(PageRequest request, Device device, CommandType type, CommandForm form) {
        try {
            submit(device, type, form.parameters(), request.identity().id());
            return new PageResponse.Redirect(CommandsPage.PATH + "/" + device.id() + "?meldung=gegeben");
        } catch (IllegalArgumentException e) {
            LOG.info("A command for device {} is not one any more: {}", device.id(), e.getMessage());
            return view(request, device, new Shown(form, "command.problem.gone", REFUSED));
        } catch (SensorDataException e) {
            LOG.warn("A command for device {} could not be kept and was not sent", device.id(), e);
            return view(request, device, new Shown(form, "command.problem.away", UNAVAILABLE));
        }
    }

    private void submit(Device device, CommandType type, Map<String, Value> parameters, String actor) {
        var underway =
                commands.submit(device.id(), type.name(), parameters, actor).toCompletableFuture();
        try {
            underway.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("Device {} takes its time for {}", device.id(), type.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("A command ended without a result", e);
        }
    }

    private PageResponse view(PageRequest request, Device device, Shown shown) {
        var language = request.language();
        var own = texts.of(device.registration().instance());
        var errors = new LinkedHashMap<String, String>();
        shown.form().errors().forEach((field, key) -> errors.put(field, words.text(language, key)));
        var history = history(device);
        var names = accounts.names(e -> LOG.warn("The names of accounts cannot be read; their ids are shown", e));
        var orders = history.orElse(List.of()).stream()
                .map(order ->
                        OrderView.of(order, names.getOrDefault(order.actor(), order.actor()), own, words, language))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("device", device);
        model.put(
                "commands",
                commands.commands(device.id()).stream()
                        .map(type -> CommandView.of(type, own, language))
                        .toList());
        model.put("values", shown.form().typed());
        model.put("errors", errors);
        model.put("problem", shown.problem());
        model.put("choices", choices(request));
        model.put("orders", orders);
        model.put("away", history.isEmpty());
        boolean given = request.parameter("meldung").isPresent() && !request.isPost();
        model.put("latest", given && !orders.isEmpty() ? orders.get(0) : "");
        return new PageResponse.View(
                "command",
                "command.device.title",
                new Object[] {device.registration().name()},
                model,
                shown.status());
    }

    private Map<String, String> choices(PageRequest request) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", words.text(request.language(), "device.instance.choose"));
        choices.put("true", words.text(request.language(), "devices.yes"));
        choices.put("false", words.text(request.language(), "devices.no"));
        return choices;
    }

    private Optional<List<Order>> history(Device device) {
        try {
            return Optional.of(commands.history(device.id(), SHOWN));
        } catch (SensorDataException e) {
            LOG.warn("The orders of device {} cannot be shown", device.id(), e);
            return Optional.empty();
        }
    }
}
