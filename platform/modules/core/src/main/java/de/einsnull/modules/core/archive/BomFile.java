package de.einsnull.modules.core.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.modules.api.ModuleDetails.Component;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads a bill of materials in the format CycloneDX. */
final class BomFile {

    private static final int MOST = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private BomFile() {}

    /** Whether a file of an archive may be one. */
    static boolean isOne(String entry) {
        return entry.matches("META-INF/sbom/[^/]+\\.json") || entry.matches("(META-INF/)?(bom|sbom)\\.json");
    }

    static List<Component> read(InputStream in) throws IOException {
        JsonNode root = JSON.readTree(in);
        var components = new ArrayList<Component>();
        for (JsonNode node : root.path("components")) {
            String group = node.path("group").asText("");
            String name = node.path("name").asText("");
            if (components.size() < MOST && !name.isEmpty()) {
                components.add(new Component(
                        group.isEmpty() ? name : group + ":" + name,
                        node.path("version").asText(""),
                        licence(node)));
            }
        }
        return components;
    }

    private static String licence(JsonNode node) {
        JsonNode first = node.path("licenses").path(0);
        String id = first.path("license").path("id").asText("");
        String name = first.path("license").path("name").asText("");
        return id.isEmpty() ? first.path("expression").asText(name) : id;
    }
}
