package de.einsnull.floors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What city IT reads in the forms of settings, which are made from the metatype documents of the bundles. */
class SettingsFloorTest {

    /** Leichte Sprache may be left out: it falls back to German, and settings are set by professionals. */
    private static final List<String> LANGUAGES = List.of("", "_en", "_uk", "_tr", "_ar");

    private static final String SIMPLE = "_de__simple";
    private static final Set<String> NUMBERS = Set.of("Integer", "Long", "Short", "Byte", "Double", "Float");
    private static final Set<String> WORDS = Set.of("name", "description", "label", "einsnull:unit");

    @Test
    void thereAreSettings() {
        assertThat(documents()).hasSizeGreaterThan(10);
    }

    /** A label that is missing in a language is shown in German, to people who may not read it. */
    @Test
    void everyLabelStandsInEveryLanguage() {
        assertThat(documents()).allSatisfy(document -> {
            Element root = parse(document);
            Path bundle = document.getParent().getParent().getParent();
            Map<String, Properties> texts = texts(bundle.resolve(root.getAttribute("localization")));
            assertThat(texts.keySet()).as(House.name(document)).containsAll(LANGUAGES);
            for (String key : keys(root)) {
                texts.forEach((language, words) -> assertThat(words.getProperty(key, ""))
                        .as("%s: %s%s", House.name(document), key, language)
                        .isNotBlank());
            }
        });
    }

    /** A sentence in the annotation itself cannot be translated. */
    @Test
    void noLabelStandsInTheCode() {
        assertThat(documents()).allSatisfy(document -> assertThat(words(parse(document)))
                .as(House.name(document))
                .allSatisfy(word -> assertThat(word).matches("%.+|[A-Za-z°%/]{1,4}")));
    }

    /** Without a range a slip of the finger is applied: a pause of 0 ms, a port of 80000. */
    @Test
    void everyNumberHasARange() {
        assertThat(documents()).allSatisfy(document -> assertThat(elements(parse(document), "AD"))
                .filteredOn(setting -> NUMBERS.contains(setting.getAttribute("type")))
                .allSatisfy(setting -> assertThat(List.of(setting.getAttribute("min"), setting.getAttribute("max")))
                        .as("%s: %s", House.name(document), setting.getAttribute("id"))
                        .doesNotContain("")));
    }

    private static List<Path> documents() {
        return House.bundles().stream()
                .map(bundle -> bundle.resolve("target/classes/OSGI-INF/metatype"))
                .filter(Files::isDirectory)
                .flatMap(SettingsFloorTest::files)
                .filter(file -> file.toString().endsWith(".xml"))
                .toList();
    }

    private static Map<String, Properties> texts(Path base) {
        var texts = new TreeMap<String, Properties>();
        Stream.concat(LANGUAGES.stream(), Stream.of(SIMPLE)).forEach(language -> {
            Path file = base.resolveSibling(base.getFileName() + language + ".properties");
            if (Files.isRegularFile(file)) {
                texts.put(language, read(file));
            }
        });
        return texts;
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static List<String> keys(Element root) {
        return words(root).stream()
                .filter(word -> word.startsWith("%"))
                .map(word -> word.substring(1))
                .distinct()
                .toList();
    }

    private static List<String> words(Element root) {
        var found = new ArrayList<String>();
        for (Element element : elements(root, "*")) {
            for (String attribute : WORDS) {
                if (!element.getAttribute(attribute).isEmpty()) {
                    found.add(element.getAttribute(attribute));
                }
            }
        }
        return found;
    }

    private static List<Element> elements(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .<Node>mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Element parse(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (Exception e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
