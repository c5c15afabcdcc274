package de.einsnull.sensors.admin;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed into the form of a device. Field names are those of the form.
 *
 * @param values values by field
 * @param open whether everybody may read its values
 * @param errors keys of texts by field, in the order of the form; empty if nothing is wrong
 */
record DeviceForm(Map<String, String> values, boolean open, Map<String, String> errors) {

    private static final String[] FIELDS = {
        "instanz", "geraet", "name", "art", "modell", "gruppe", "breite", "laenge", "lizenz"
    };

    /** An empty form for a device that was heard, or for any other. */
    static DeviceForm empty(PageRequest request) {
        var values = new LinkedHashMap<String, String>();
        values.put("instanz", request.parameter("instanz").orElse(""));
        values.put("geraet", request.parameter("geraet").orElse(""));
        values.put("art", Kinds.OTHER);
        values.put("name", request.parameter("name").orElse(""));
        values.put("modell", request.parameter("modell").orElse(""));
        // A driver that found it may know where it is.
        values.put("laenge", request.parameter("laenge").orElse(""));
        values.put("breite", request.parameter("breite").orElse(""));
        return new DeviceForm(values, false, Map.of());
    }

    static DeviceForm of(Device device) {
        var r = device.registration();
        var values = new LinkedHashMap<String, String>();
        values.put("instanz", r.instance());
        values.put("geraet", r.externalId());
        values.put("name", r.name());
        values.put("art", r.kind());
        values.put("modell", r.model());
        values.put("gruppe", r.group());
        values.put(
                "laenge", r.position().map(p -> String.valueOf(p.longitude())).orElse(""));
        values.put("breite", r.position().map(p -> String.valueOf(p.latitude())).orElse(""));
        values.put("lizenz", r.licence());
        return new DeviceForm(values, r.open(), Map.of());
    }

    /** What was sent, checked; of a device that exists, instance and id cannot be changed. */
    static DeviceForm sent(PageRequest request, Optional<Device> device) {
        var values = new LinkedHashMap<String, String>();
        for (String field : FIELDS) {
            values.put(field, request.parameter(field).orElse(""));
        }
        device.ifPresent(known -> {
            values.put("instanz", known.registration().instance());
            values.put("geraet", known.registration().externalId());
        });
        return new DeviceForm(values, request.parameter("offen").isPresent(), check(values));
    }

    private static Map<String, String> check(Map<String, String> values) {
        var errors = new LinkedHashMap<String, String>();
        required(errors, values, "instanz", 100);
        required(errors, values, "geraet", 128);
        required(errors, values, "name", 200);
        if (!values.get("art").matches("[a-z0-9]+(-[a-z0-9]+)*")
                || values.get("art").length() > 64) {
            errors.put("art", "device.error.art");
        }
        tooLong(errors, values, "modell", 100);
        tooLong(errors, values, "gruppe", 200);
        degrees(errors, values, "breite", "laenge", 90);
        degrees(errors, values, "laenge", "breite", 180);
        tooLong(errors, values, "lizenz", 200);
        return errors;
    }

    private static void required(Map<String, String> errors, Map<String, String> values, String field, int most) {
        if (values.get(field).isEmpty()) {
            errors.put(field, "device.error." + field);
        }
        tooLong(errors, values, field, most);
    }

    private static void tooLong(Map<String, String> errors, Map<String, String> values, String field, int most) {
        if (values.get(field).length() > most) {
            errors.put(field, "device.error.long");
        }
    }

    private static void degrees(
            Map<String, String> errors, Map<String, String> values, String field, String other, int most) {
        String text = values.get(field);
        if (text.isEmpty() && values.get(other).isEmpty()) {
            return;
        }
        if (!text.matches("-?\\d{1,3}([.,]\\d{1,15})?") || Math.abs(number(text)) > most) {
            errors.put(field, "device.error." + field);
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    /** What it states; only without errors. What the form does not show stays as it was. */
    DeviceRegistration registration(Optional<Device> device) {
        var before = device.map(Device::registration);
        return new DeviceRegistration(
                values.get("instanz"),
                values.get("geraet"),
                values.get("modell"),
                values.get("name"),
                before.map(DeviceRegistration::description).orElse(""),
                values.get("art"),
                values.get("gruppe"),
                position(),
                open,
                values.get("lizenz"),
                before.map(DeviceRegistration::demo).orElse(false),
                before.map(DeviceRegistration::properties).orElse(Map.of()));
    }

    private Optional<Position> position() {
        return values.get("laenge").isEmpty()
                ? Optional.empty()
                : Optional.of(new Position(number(values.get("laenge")), number(values.get("breite"))));
    }
}
