package de.einsnull.sensors.codec.js;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a folder says about a model: {@code codec.yaml} as in the TTN device repository, the script that it names, and
 * beside it {@code channels.yaml}, so that the file of the manufacturer need not be changed.
 *
 * @param model id of the model, the name of the folder
 * @param name for people
 * @param datasheet where the payload is documented, may be empty
 * @param script the script, empty if there is a layout
 * @param layout the layout, missing if there is a script
 * @param examples at least one
 * @param fields at least one
 */
record CodecFile(
        String model,
        String name,
        String datasheet,
        Optional<String> script,
        JsonNode layout,
        List<Example> examples,
        List<Field> fields) {

    static final String DESCRIPTION = "codec.yaml";
    static final String CHANNELS = "channels.yaml";

    private static final int MOST_EXAMPLES = 200;
    private static final int LONGEST_YAML = 256 * 1024;

    /**
     * Reads a folder.
     *
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if something is missing or cannot be; the message says what
     */
    static CodecFile read(Path folder) throws IOException {
        var model = folder.getFileName().toString();
        if (!model.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("its folder must have a name of lower-case letters, digits and hyphens");
        }
        var codec = yaml(folder, DESCRIPTION);
        var own = Files.exists(folder.resolve(CHANNELS)) ? yaml(folder, CHANNELS) : codec;
        var decoder = codec.path("uplinkDecoder");
        var examples = examples(decoder.isObject() ? decoder.path("examples") : codec.path("examples"));
        var script = decoder.isObject()
                ? Optional.of(script(folder, decoder.path("fileName").asText()))
                : Optional.<String>empty();
        var layout = codec.path("layout");
        if (script.isEmpty() && !layout.isArray()) {
            throw new IllegalArgumentException(DESCRIPTION + " has neither an uplinkDecoder nor a layout");
        }
        return new CodecFile(
                model,
                own.path("name").asText(model),
                own.path("datasheet").asText(""),
                script,
                script.isEmpty() ? layout : MissingNode.getInstance(),
                examples,
                Fields.of(own.path("channels"), examples));
    }

    private static JsonNode yaml(Path folder, String name) throws IOException {
        var text = text(folder, name, LONGEST_YAML);
        try {
            return Yamls.read(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static List<Example> examples(JsonNode list) {
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_EXAMPLES) {
            throw new IllegalArgumentException("it has no examples, or more than " + MOST_EXAMPLES
                    + ": without them nobody knows whether it is right");
        }
        var examples = new ArrayList<Example>();
        list.forEach(entry -> examples.add(Example.of(entry)));
        return examples;
    }

    private static String script(Path folder, String name) throws IOException {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,100}\\.js")) {
            throw new IllegalArgumentException("fileName must name a script beside it, not '" + name + "'");
        }
        return text(folder, name, ScriptProgram.LONGEST_SCRIPT);
    }

    /** A file of the folder itself, not one that a link leads to. */
    private static String text(Path folder, String name, int most) throws IOException {
        var file = folder.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException("there is no file " + name);
        }
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(most + 1);
        }
        if (bytes.length > most) {
            throw new IllegalArgumentException(name + " has more than " + most / 1024 + " KiB");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(name + " is not written in UTF-8", e);
        }
    }
}
