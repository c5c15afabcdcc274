package de.einsnull.sensors.codec.js;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML as the JSON that it means: no types of Java, no times, {@code yes} is a word; bounded. */
final class Yamls {

    private static final int MOST_CHARACTERS = 256 * 1024;
    private static final int MOST_ALIASES = 50;
    private static final int DEEPEST = 20;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Yamls() {}

    /**
     * Reads one document.
     *
     * @throws IllegalArgumentException if it is none; the message says where
     */
    static JsonNode read(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        var dumper = new DumperOptions();
        var yaml = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new AsJson());
        try {
            Object root = yaml.load(text);
            JsonNode tree = MAPPER.valueToTree(root);
            return tree == null ? MAPPER.missingNode() : tree;
        } catch (YAMLException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    String.valueOf(e.getMessage())
                            .lines()
                            .limit(3)
                            .reduce("", (a, b) -> a + " " + b.strip())
                            .strip(),
                    e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("it refers to itself", e);
        }
    }

    /** The core schema of YAML 1.2. */
    private static final class AsJson extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|True|TRUE|false|False|FALSE"), "tTfF");
            addImplicitResolver(Tag.INT, Pattern.compile("[-+]?[0-9]{1,18}|0x[0-9a-fA-F]{1,15}"), "-+0123456789");
            addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }
}
