package de.einsnull.sensors.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Units as SensorThings shows them: name, symbol, and UCUM as definition. */
public final class Units {

    private static final String UCUM = "ucum:";

    private record Shown(String name, String symbol) {}

    private static final Map<String, Shown> SHOWN = Map.ofEntries(
            Map.entry("Cel", new Shown("Grad Celsius", "°C")),
            Map.entry("%", new Shown("Prozent", "%")),
            Map.entry("hPa", new Shown("Hektopascal", "hPa")),
            Map.entry("m/s", new Shown("Meter je Sekunde", "m/s")),
            Map.entry("km/h", new Shown("Kilometer je Stunde", "km/h")),
            Map.entry("deg", new Shown("Grad", "°")),
            Map.entry("mm", new Shown("Millimeter", "mm")),
            Map.entry("cm", new Shown("Zentimeter", "cm")),
            Map.entry("W/m2", new Shown("Watt je Quadratmeter", "W/m²")),
            Map.entry("uS/cm", new Shown("Mikrosiemens je Zentimeter", "µS/cm")),
            Map.entry("[ppm]", new Shown("Teile je Million", "ppm")),
            Map.entry("ug/m3", new Shown("Mikrogramm je Kubikmeter", "µg/m³")),
            Map.entry("V", new Shown("Volt", "V")),
            Map.entry("kW", new Shown("Kilowatt", "kW")),
            Map.entry("1", new Shown("Anzahl", "")));

    private Units() {}

    /** The object {@code unitOfMeasurement}; all null for values without a unit, as the standard says (8.2.4). */
    public static ObjectNode json(String ucum) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (ucum.isEmpty()) {
            return node.putNull("name").putNull("symbol").putNull("definition");
        }
        var shown = SHOWN.getOrDefault(ucum, new Shown(ucum, ucum));
        return node.put("name", shown.name()).put("symbol", shown.symbol()).put("definition", UCUM + ucum);
    }

    /** The UCUM code of an object {@code unitOfMeasurement}: what follows the scheme, else its symbol, else 1. */
    public static String ucum(JsonNode unit) {
        var definition = unit.path("definition").asText("");
        var code = definition.startsWith(UCUM)
                ? definition.substring(UCUM.length())
                : unit.path("symbol").asText("");
        return code.isBlank() || code.length() > 40 ? "1" : code;
    }
}
