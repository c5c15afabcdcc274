package de.einsnull.floors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A partner who builds against the BOM gets what the platform runs. */
class BomTest {

    @Test
    void everyVersionIsTheOneThePlatformIsBuiltWith() throws Exception {
        Element root = pom("pom.xml");
        Map<String, String> ours = versions(root, properties(root));
        Map<String, String> bom = versions(pom("platform/bom/pom.xml"), Map.of());

        assertThat(bom).hasSizeGreaterThan(10).allSatisfy((artifact, version) -> {
            if (!artifact.startsWith("de.einsnull:") && !artifact.startsWith("com.fasterxml.jackson")) {
                assertThat(ours).as(artifact).containsEntry(artifact, version);
            }
        });
        assertThat(bom.get("com.fasterxml.jackson.core:jackson-databind"))
                .isEqualTo(properties(root).get("jackson.version"));
    }

    /** A contract that is missing here is one a partner cannot write against. */
    @Test
    void everyContractIsInIt() throws Exception {
        Map<String, String> bom = versions(pom("platform/bom/pom.xml"), Map.of());

        assertThat(House.bundles().stream()
                        .filter(bundle -> bundle.endsWith("api"))
                        .map(bundle ->
                                "de.einsnull:de.einsnull." + bundle.getParent().getFileName() + ".api"))
                .isNotEmpty()
                .allSatisfy(contract -> assertThat(bom).containsKey(contract));
    }

    private static Element pom(String path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(House.root().resolve(path).toFile())
                .getDocumentElement();
    }

    private static Map<String, String> properties(Element pom) {
        Map<String, String> result = new HashMap<>();
        NodeList children = pom.getElementsByTagName("properties").item(0).getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            result.put(children.item(i).getNodeName(), children.item(i).getTextContent());
        }
        return result;
    }

    private static Map<String, String> versions(Element pom, Map<String, String> properties) {
        Map<String, String> result = new HashMap<>();
        NodeList dependencies = pom.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            NodeList version = dependency.getElementsByTagName("version");
            if (version.getLength() == 1) {
                String text = version.item(0).getTextContent();
                String name = text.startsWith("${") ? text.substring(2, text.length() - 1) : "";
                result.put(
                        text(dependency, "groupId") + ":" + text(dependency, "artifactId"),
                        properties.getOrDefault(name, text));
            }
        }
        return result;
    }

    private static String text(Element element, String tag) {
        return element.getElementsByTagName(tag).item(0).getTextContent();
    }
}
