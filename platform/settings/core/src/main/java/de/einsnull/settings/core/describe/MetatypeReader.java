package de.einsnull.settings.core.describe;

import de.einsnull.settings.api.Setting.Type;
import de.einsnull.settings.api.SettingHint;
import de.einsnull.settings.core.describe.Description.Attribute;
import de.einsnull.settings.core.describe.Description.Hint;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one metatype document (OSGi Compendium 105, XML schema 1.4). The Metatype Service is not asked, because it drops the
 * attributes of other namespaces in which the hints stand.
 */
final class MetatypeReader {

    private final Map<String, Class> classes = new HashMap<>();
    private final List<Description> found = new ArrayList<>();
    private String texts = "";
    private List<Attribute> attributes = new ArrayList<>();
    private Map<String, String> choices = new LinkedHashMap<>();
    private String pid = "";
    private boolean factory;

    private record Class(String name, String description, List<Attribute> attributes) {}

    private MetatypeReader() {}

    static List<Description> read(InputStream xml) throws IOException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var reader = new MetatypeReader();
        try {
            var elements = factory.createXMLStreamReader(xml);
            while (elements.hasNext()) {
                if (elements.next() == XMLStreamConstants.START_ELEMENT) {
                    reader.element(elements);
                }
            }
            elements.close();
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new IOException("The description of settings cannot be read: " + e.getMessage(), e);
        }
        return reader.found;
    }

    private void element(XMLStreamReader element) {
        switch (element.getLocalName()) {
            case "MetaData" -> texts = text(element, "localization");
            case "OCD" -> objectClass(element);
            case "AD" -> attribute(element);
            case "Option" -> choices.put(text(element, "value"), text(element, "label"));
            case "Designate" -> {
                factory = !text(element, "factoryPid").isEmpty();
                pid = text(element, factory ? "factoryPid" : "pid");
            }
            case "Object" -> designate(text(element, "ocdref"));
            default -> {
                // Icons and vendors' extensions say nothing about values.
            }
        }
    }

    private void objectClass(XMLStreamReader element) {
        attributes = new ArrayList<>();
        classes.put(text(element, "id"), new Class(text(element, "name"), text(element, "description"), attributes));
    }

    private void designate(String reference) {
        var of = classes.get(reference);
        if (of != null && pid.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,199}")) {
            found.add(new Description(pid, factory, texts, of.name(), of.description(), of.attributes()));
        }
    }

    private void attribute(XMLStreamReader element) {
        choices = new LinkedHashMap<>();
        boolean list = !text(element, "cardinality").isEmpty()
                && !text(element, "cardinality").equals("0");
        var type = text(element, "type");
        attributes.add(new Attribute(
                text(element, "id"),
                text(element, "name"),
                text(element, "description"),
                type(type),
                list,
                !text(element, "required").equals("false") && element.getAttributeValue(null, "default") == null,
                Defaults.split(text(element, "default"), list),
                choices,
                bound(element, "min"),
                bound(element, "max"),
                hint(element, type.equals("Password"))));
    }

    private static Hint hint(XMLStreamReader element, boolean password) {
        return new Hint(
                hint(element, "unit"),
                password || Boolean.parseBoolean(hint(element, "secret")),
                hint(element, "pattern"),
                hint(element, "dependsOn"),
                Boolean.parseBoolean(hint(element, "geoPoint")),
                Boolean.parseBoolean(hint(element, "instanceName")));
    }

    private static Type type(String metatype) {
        return switch (metatype) {
            case "Boolean" -> Type.TRUTH;
            case "Integer", "Long", "Short", "Byte", "Double", "Float", "Character" -> Type.valueOf(
                    metatype.toUpperCase(Locale.ROOT));
            default -> Type.TEXT;
        };
    }

    private static Optional<BigDecimal> bound(XMLStreamReader element, String name) {
        return Optional.of(text(element, name)).filter(text -> !text.isEmpty()).map(BigDecimal::new);
    }

    private static String text(XMLStreamReader element, String name) {
        var value = element.getAttributeValue("", name);
        if (value == null) {
            value = element.getAttributeValue(null, name);
        }
        return value == null ? "" : value;
    }

    private static String hint(XMLStreamReader element, String name) {
        var value = element.getAttributeValue(SettingHint.NAMESPACE, name);
        return value == null ? "" : value;
    }
}
