package de.einsnull.boot.launcher;

import de.einsnull.boot.launcher.Schema.Attribute;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one metatype document (OSGi Compendium, Metatype Service, XML schema 1.4). */
final class MetatypeReader {

    private final Map<String, Map<String, Attribute>> classes = new HashMap<>();
    private final Map<String, Map<String, Attribute>> byPid = new HashMap<>();
    private Map<String, Attribute> current = Map.of();
    private List<String> options = List.of();
    private String pid = "";

    private MetatypeReader() {}

    /** The settings by PID, factory PIDs included. */
    static Map<String, Map<String, Attribute>> read(InputStream xml) throws IOException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        var reader = new MetatypeReader();
        try {
            var elements = factory.createXMLStreamReader(xml);
            while (elements.hasNext()) {
                if (elements.next() == XMLStreamConstants.START_ELEMENT) {
                    reader.element(elements);
                }
            }
            elements.close();
        } catch (XMLStreamException e) {
            throw new IOException("A bundle's description of its settings cannot be read", e);
        }
        return reader.byPid;
    }

    private void element(XMLStreamReader element) {
        switch (element.getLocalName()) {
            case "OCD" -> {
                current = new LinkedHashMap<>();
                classes.put(attribute(element, "id").orElse(""), current);
            }
            case "AD" -> attributeDefinition(element);
            case "Option" -> attribute(element, "value").ifPresent(options::add);
            case "Designate" -> pid = attribute(element, "factoryPid")
                    .or(() -> attribute(element, "pid"))
                    .orElse("");
            case "Object" -> byPid.put(
                    pid, classes.getOrDefault(attribute(element, "ocdref").orElse(""), Map.of()));
            default -> {
                // Icons and vendors' extensions say nothing about values.
            }
        }
    }

    private void attributeDefinition(XMLStreamReader element) {
        options = new ArrayList<>();
        var optional = attribute(element, "required").filter("false"::equals).isPresent();
        current.put(
                attribute(element, "id").orElse(""),
                new Attribute(
                        Kind.of(attribute(element, "type").orElse("")),
                        attribute(element, "cardinality")
                                .filter(text -> !text.equals("0"))
                                .isPresent(),
                        options,
                        attribute(element, "min").map(Double::valueOf),
                        attribute(element, "max").map(Double::valueOf),
                        !optional && attribute(element, "default").isEmpty()));
    }

    private static Optional<String> attribute(XMLStreamReader element, String name) {
        return Optional.ofNullable(element.getAttributeValue(null, name));
    }
}
