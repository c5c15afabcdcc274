package de.einsnull.modules.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * A Karaf features file.
 *
 * @param name name of the repository
 * @param features its features, in order
 */
public record FeaturesFile(String name, List<Feature> features) {

    /**
     * One feature.
     *
     * @param name its name
     * @param version its version
     * @param description what it says of itself, may be empty
     * @param bundles locations of its bundles, in order
     * @param needs names of features it needs
     * @param ignored elements that this platform leaves aside: {@code config}, {@code configfile} ...
     */
    public record Feature(
            String name,
            String version,
            String description,
            List<String> bundles,
            List<String> needs,
            Set<String> ignored) {}

    /**
     * Reads one.
     *
     * @throws IOException if it cannot be read or is none
     */
    public static FeaturesFile read(InputStream in) throws IOException {
        Element root = Xml.parse(in).getDocumentElement();
        if (!"features".equals(root.getLocalName())) {
            throw new IOException("not a features file: its root is <" + root.getLocalName() + ">");
        }
        List<Feature> features = Xml.children(root, "feature").stream()
                .map(FeaturesFile::feature)
                .toList();
        return new FeaturesFile(root.getAttribute("name"), features);
    }

    private static Feature feature(Element element) {
        Set<String> ignored = new HashSet<>();
        for (String kind : List.of("config", "configfile", "conditional", "library")) {
            if (!Xml.children(element, kind).isEmpty()) {
                ignored.add(kind);
            }
        }
        return new Feature(
                element.getAttribute("name"),
                element.getAttribute("version"),
                element.getAttribute("description"),
                texts(element, "bundle"),
                texts(element, "feature"),
                ignored);
    }

    private static List<String> texts(Element element, String name) {
        return Xml.children(element, name).stream()
                .map(child -> child.getTextContent().strip())
                .toList();
    }

    public Optional<Feature> feature(String wanted) {
        return features.stream().filter(one -> one.name().equals(wanted)).findFirst();
    }

    /** Features that no other one of this file needs: what a person would install. */
    public List<Feature> roots() {
        Set<String> needed =
                features.stream().flatMap(feature -> feature.needs().stream()).collect(Collectors.toSet());
        return features.stream()
                .filter(feature -> !needed.contains(feature.name()))
                .toList();
    }

    /** A feature and all it needs of this file, what is needed first. */
    public List<Feature> closure(Feature root) {
        Map<String, Feature> byName =
                features.stream().collect(Collectors.toMap(Feature::name, one -> one, (first, second) -> first));
        var ordered = new LinkedHashSet<Feature>();
        var seen = new HashSet<String>();
        var open = new ArrayDeque<Feature>(List.of(root));
        // Not by recursion: a stranger decides how deep it goes.
        while (!open.isEmpty()) {
            Feature feature = open.peek();
            List<Feature> needed = seen.add(feature.name()) ? needs(feature, byName, seen) : List.of();
            if (needed.isEmpty()) {
                ordered.add(open.pop());
            }
            needed.forEach(open::push);
        }
        return List.copyOf(ordered);
    }

    /** Those that were not seen yet, the last first. */
    private static List<Feature> needs(Feature feature, Map<String, Feature> byName, Set<String> seen) {
        var needed = new ArrayList<Feature>();
        for (String need : feature.needs()) {
            if (byName.containsKey(need) && !seen.contains(need)) {
                needed.add(0, byName.get(need));
            }
        }
        return needed;
    }
}
