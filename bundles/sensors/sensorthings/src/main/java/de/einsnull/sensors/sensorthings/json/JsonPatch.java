package de.einsnull.sensors.sensorthings.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Applies JSON Patch (RFC 6902). */
public final class JsonPatch {

    private static final int MOST_OPERATIONS = 1_000;
    private static final String WRONG_PATH_DE = "ein Ort, den es gibt";
    private static final String WRONG_PATH_EN = "a place that exists";

    private JsonNode document;

    private JsonPatch(JsonNode document) {
        this.document = document;
    }

    /**
     * Applies a patch.
     *
     * @param target what is changed; stays as it is
     * @param patch the operations
     * @return the changed document
     * @throws BodyException with a pointer into the patch if an operation is none or cannot be done
     */
    public static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!patch.isArray() || patch.size() > MOST_OPERATIONS) {
            throw ValueReader.expected("", "eine Liste von Änderungen [...]", "a list of operations [...]");
        }
        var working = new JsonPatch(target.deepCopy());
        for (int i = 0; i < patch.size(); i++) {
            working.operation(patch.get(i), Pointers.item("", i));
        }
        return working.document;
    }

    private void operation(JsonNode operation, String at) {
        var path = pointer(operation, "path", at);
        switch (operation.path("op").asText()) {
            case "add" -> add(path, value(operation, at), at);
            case "remove" -> remove(path, at);
            case "replace" -> replace(path, value(operation, at), at);
            case "move" -> move(pointer(operation, "from", at), path, at);
            case "copy" -> add(
                    path, found(pointer(operation, "from", at), at + "/from").deepCopy(), at);
            case "test" -> test(path, value(operation, at), at);
            default -> throw ValueReader.expected(
                    at + "/op",
                    "add, remove, replace, move, copy oder test",
                    "add, remove, replace, move, copy or test");
        }
    }

    private void move(JsonPointer from, JsonPointer path, String at) {
        if (path.toString().startsWith(from + "/")) {
            throw ValueReader.expected(at + "/path", "ein Ort außerhalb von from", "a place outside from");
        }
        var value = found(from, at + "/from");
        remove(from, at);
        add(path, value, at);
    }

    private void test(JsonPointer path, JsonNode value, String at) {
        if (!NumbersEqual.equal(found(path, at + "/path"), value)) {
            throw new BodyException(at, "der Wert ist ein anderer als in test", "the value differs from that in test");
        }
    }

    private static JsonNode value(JsonNode operation, String at) {
        var value = operation.get("value");
        if (value == null) {
            throw ValueReader.expected(at + "/value", "ein Wert", "a value");
        }
        return value;
    }

    private static JsonPointer pointer(JsonNode operation, String name, String at) {
        var text = operation.path(name);
        try {
            if (text.isTextual()) {
                return JsonPointer.compile(text.textValue());
            }
        } catch (IllegalArgumentException e) {
            throw ValueReader.expected(at + "/" + name, "ein JSON-Pointer", "a JSON pointer");
        }
        throw ValueReader.expected(at + "/" + name, "ein JSON-Pointer", "a JSON pointer");
    }

    private JsonNode found(JsonPointer pointer, String at) {
        var node = document.at(pointer);
        if (node.isMissingNode()) {
            throw ValueReader.expected(at, WRONG_PATH_DE, WRONG_PATH_EN);
        }
        return node;
    }

    private void add(JsonPointer path, JsonNode value, String at) {
        if (path.matches()) {
            document = value;
            return;
        }
        var parent = found(path.head(), at + "/path");
        var name = path.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
        } else if (parent instanceof ArrayNode array && name.equals("-")) {
            array.add(value);
        } else if (parent instanceof ArrayNode array && index(path, array.size() + 1) >= 0) {
            array.insert(index(path, array.size() + 1), value);
        } else {
            throw ValueReader.expected(at + "/path", WRONG_PATH_DE, WRONG_PATH_EN);
        }
    }

    private void replace(JsonPointer path, JsonNode value, String at) {
        found(path, at + "/path");
        if (path.matches()) {
            document = value;
        } else if (found(path.head(), at + "/path") instanceof ArrayNode array) {
            array.set(path.last().getMatchingIndex(), value);
        } else {
            add(path, value, at);
        }
    }

    private void remove(JsonPointer path, String at) {
        found(path, at + "/path");
        if (path.matches()) {
            throw ValueReader.expected(at + "/path", "ein Teil des Ganzen", "a part of the whole");
        }
        var parent = document.at(path.head());
        if (parent instanceof ObjectNode object) {
            object.remove(path.last().getMatchingProperty());
        } else {
            ((ArrayNode) parent).remove(path.last().getMatchingIndex());
        }
    }

    private static int index(JsonPointer path, int end) {
        int index = path.last().getMatchingIndex();
        return index < end ? index : -1;
    }
}
