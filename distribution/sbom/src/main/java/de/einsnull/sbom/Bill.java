package de.einsnull.sbom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The document: CycloneDX 1.6, the same bytes for the same distribution. */
final class Bill {

    private final List<Part> parts;
    private final String version;
    private final String builtAt;

    Bill(List<Part> parts, String version, String builtAt) {
        this.parts = parts;
        this.version = version;
        this.builtAt = builtAt;
    }

    Map<String, Object> json() {
        var platform = new LinkedHashMap<String, Object>();
        platform.put("type", "platform");
        platform.put("bom-ref", "einsnull");
        platform.put("group", "de.einsnull");
        platform.put("name", "einsnull");
        platform.put("version", version);
        platform.put("licenses", licences("EUPL-1.2"));
        var bill = new LinkedHashMap<String, Object>();
        bill.put("bomFormat", "CycloneDX");
        bill.put("specVersion", "1.6");
        bill.put(
                "serialNumber",
                "urn:uuid:" + UUID.nameUUIDFromBytes(parts.toString().getBytes(StandardCharsets.UTF_8)));
        bill.put("version", 1);
        bill.put("metadata", Map.of("timestamp", builtAt, "component", platform));
        bill.put("components", components(parts));
        return bill;
    }

    private static List<Object> components(List<Part> parts) {
        var components = new ArrayList<Object>();
        parts.forEach(part -> components.add(component(part)));
        return components;
    }

    private static Map<String, Object> component(Part part) {
        var component = new LinkedHashMap<String, Object>();
        component.put("type", "library");
        // The same library may be in several bundles, each with a version of its own choice.
        component.put("bom-ref", part.purl() + "#" + part.location());
        if (!part.group().isEmpty()) {
            component.put("group", part.group());
        }
        component.put("name", part.name());
        if (!part.version().isEmpty()) {
            component.put("version", part.version());
        }
        if (!part.sha256().isEmpty()) {
            component.put("hashes", List.of(Map.of("alg", "SHA-256", "content", part.sha256())));
        }
        if (!part.licence().isEmpty()) {
            component.put("licenses", licences(part.licence()));
        }
        component.put("purl", part.purl());
        component.put("evidence", Map.of("occurrences", List.of(Map.of("location", part.location()))));
        if (!part.parts().isEmpty()) {
            component.put("components", components(part.parts()));
        }
        return component;
    }

    private static List<Object> licences(String name) {
        return List.of(Map.of("license", Map.of("name", name)));
    }
}
