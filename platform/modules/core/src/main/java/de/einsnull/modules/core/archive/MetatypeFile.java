package de.einsnull.modules.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Reads {@code OSGI-INF/metatype/*.xml} (OSGi Compendium 8, 105.8). */
public final class MetatypeFile {

    private MetatypeFile() {}

    /**
     * Reads one.
     *
     * @throws IOException if it cannot be read or is not well-formed
     */
    public static List<Settings> read(InputStream in) throws IOException {
        Element root = Xml.parse(in).getDocumentElement();
        Map<String, Boolean> needs = new HashMap<>();
        for (Element type : Xml.children(root, "OCD")) {
            needs.put(type.getAttribute("id"), Xml.children(type, "AD").stream().anyMatch(MetatypeFile::needsValue));
        }
        var settings = new ArrayList<Settings>();
        for (Element designate : Xml.children(root, "Designate")) {
            boolean factory = designate.hasAttribute("factoryPid");
            String pid = designate.getAttribute(factory ? "factoryPid" : "pid");
            boolean needsValue = Xml.children(designate, "Object").stream()
                    .anyMatch(object -> needs.getOrDefault(object.getAttribute("ocdref"), false));
            settings.add(new Settings(pid, factory, needsValue));
        }
        return settings;
    }

    private static boolean needsValue(Element attribute) {
        return !"false".equals(attribute.getAttribute("required")) && !attribute.hasAttribute("default");
    }
}
