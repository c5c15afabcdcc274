package de.einsnull.sensors.driver.datex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML as if it were JSON: an element is a member with its local name, what comes again is a list, attributes are
 * members with {@code @}. Document types and entities are refused; depth, number and length are bounded.
 */
final class Xml {

    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 300_000;
    private static final int LONGEST_TEXT = 64 * 1024;

    private final XMLStreamReader in;
    private int elements;

    private Xml(XMLStreamReader in) {
        this.in = in;
    }

    /**
     * Reads a document.
     *
     * @throws IOException if it is none, or not within the bounds
     */
    static JsonNode read(byte[] body) throws IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            var in = factory.createXMLStreamReader(new ByteArrayInputStream(body));
            try {
                return new Xml(in).root();
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            throw new IOException(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        }
    }

    private JsonNode root() throws XMLStreamException, IOException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            if (!in.hasNext()) {
                throw new IOException("it has no element");
            }
        }
        var root = JsonNodeFactory.instance.objectNode();
        var name = in.getLocalName();
        root.set(name, element(1));
        return root;
    }

    private int next() throws XMLStreamException, IOException {
        int event = in.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new IOException("document types and entities are not allowed");
        }
        return event;
    }

    private JsonNode element(int depth) throws XMLStreamException, IOException {
        if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
            throw new IOException("it is too deep or too long");
        }
        ObjectNode object = attributes();
        var text = new StringBuilder();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                var name = in.getLocalName();
                add(object, name, element(depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(in.getText());
                if (text.length() > LONGEST_TEXT) {
                    throw new IOException("a text is too long");
                }
            }
        }
        var said = text.toString().strip();
        if (object.isEmpty()) {
            return TextNode.valueOf(said);
        }
        return said.isEmpty() ? object : object.put("value", said);
    }

    private ObjectNode attributes() {
        var object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            object.put("@" + in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        return object;
    }

    private static void add(ObjectNode object, String name, JsonNode value) {
        var before = object.get(name);
        if (before == null) {
            object.set(name, value);
        } else if (before instanceof ArrayNode list) {
            list.add(value);
        } else {
            object.putArray(name).add(before).add(value);
        }
    }
}
