package de.einsnull.sensors.admin;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.StreamLedger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers, changes and removes a device. */
final class DeviceEditor {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceEditor.class);
    private static final List<String> KINDS = List.of(
            Kinds.PARKING_BAY,
            Kinds.CAR_PARK,
            Kinds.CHARGING_POINT,
            Kinds.WEATHER,
            Kinds.SOIL,
            Kinds.TRAFFIC_COUNTER,
            Kinds.PEOPLE_COUNTER,
            Kinds.INDOOR_CLIMATE,
            Kinds.AIR_QUALITY,
            Kinds.WATER_LEVEL,
            Kinds.OTHER);

    private final DeviceRegistry registry;
    private final DriverInstances drivers;
    private final StreamLedger ledger;
    private final Models models;
    private final Words words;
    private final AuditTrail audit;

    DeviceEditor(
            DeviceRegistry registry,
            DriverInstances drivers,
            StreamLedger ledger,
            Models models,
            Words words,
            AuditTrail audit) {
        this.ledger = ledger;
        this.registry = registry;
        this.drivers = drivers;
        this.models = models;
        this.words = words;
        this.audit = audit;
    }

    PageResponse create(PageRequest request) {
        return request.isPost()
                ? save(request, Optional.empty())
                : form(request, Optional.empty(), DeviceForm.empty(request), 200);
    }

    PageResponse edit(PageRequest request, Device device) {
        return request.isPost()
                ? save(request, Optional.of(device))
                : form(request, Optional.of(device), DeviceForm.of(device), 200);
    }

    private PageResponse save(PageRequest request, Optional<Device> device) {
        var form = DeviceForm.sent(request, device);
        if (!form.errors().isEmpty()) {
            return form(request, device, form, 422);
        }
        try {
            registry.register(form.registration(device));
        } catch (SensorDataException e) {
            LOG.warn("A device cannot be stored", e);
            return form(request, device, form, 503);
        }
        note(
                request,
                "device.registered",
                form.values().get("instanz"),
                form.values().get("geraet"));
        return DevicesPage.toOverview(Notice.SAVED);
    }

    PageResponse remove(PageRequest request, Device device) {
        if (!request.isPost()) {
            return removal(device, 200);
        }
        try {
            if (!registry.remove(device.id())) {
                return DevicesPage.toOverview(Notice.GONE);
            }
        } catch (SensorDataException e) {
            LOG.warn("Device {} cannot be removed", device.id(), e);
            return removal(device, 503);
        }
        var registration = device.registration();
        note(request, "device.removed", registration.instance(), registration.externalId());
        return DevicesPage.toOverview(Notice.REMOVED);
    }

    private void note(PageRequest request, String action, String instance, String externalId) {
        audit.record(request.identity().id(), action, instance + "/" + externalId, true);
    }

    private static PageResponse removal(Device device, int status) {
        return new PageResponse.View(
                "remove",
                "device.remove.title",
                new Object[0],
                Map.of("device", device, "away", status == 503),
                status);
    }

    private PageResponse form(PageRequest request, Optional<Device> device, DeviceForm form, int status) {
        var language = request.language();
        var errors = new LinkedHashMap<String, String>();
        form.errors().forEach((field, key) -> errors.put(field, words.text(language, key)));
        var model = new HashMap<String, Object>();
        model.put("values", form.values());
        model.put("open", form.open());
        model.put("errors", errors);
        model.put("away", status == 503);
        model.put("id", device.map(known -> String.valueOf(known.id())).orElse(""));
        model.put(
                "ledger",
                device.map(known -> StreamView.all(ledger, known.id())).orElse(List.of()));
        model.put("kinds", kinds(language, form.values().get("art")));
        model.put("models", models(language, form.values().getOrDefault("modell", "")));
        model.put("instances", instances(language, form.values().get("instanz")));
        String title = device.isPresent() ? "device.edit.title" : "device.new.title";
        return new PageResponse.View("device", title, new Object[0], model, status);
    }

    private Map<String, String> kinds(Language language, String own) {
        var options = new LinkedHashMap<String, String>();
        KINDS.forEach(kind -> options.put(kind, words.text(language, "kind." + kind)));
        options.putIfAbsent(own, own);
        return options;
    }

    /** Models that can be decoded, the device's own even if its codec is away. */
    private Map<String, String> models(Language language, String own) {
        var options = new LinkedHashMap<String, String>();
        options.put("", words.text(language, "device.model.none"));
        options.putAll(models.all());
        options.putIfAbsent(own, own);
        return options;
    }

    private Map<String, String> instances(Language language, String own) {
        var options = new LinkedHashMap<String, String>();
        options.put("", words.text(language, "device.instance.choose"));
        drivers.instances().forEach(status -> options.put(status.instance(), status.instance()));
        options.putIfAbsent(own, own);
        return options;
    }
}
