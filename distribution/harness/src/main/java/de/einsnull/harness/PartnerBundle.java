package de.einsnull.harness;

import de.einsnull.testkit.city.Distribution;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A module as a partner writes it, compiled against the contracts of the distribution only: one class, one component.
 *
 * <p>Immutable but for its resources; made anew for each version.
 */
public final class PartnerBundle {

    /** Jars of the platform's contracts and of the framework's. */
    private static final Pattern CONTRACT = Pattern.compile(
            ".*/system/(de/einsnull/.*\\.api/.*|jakarta/.*|org/apache/felix/org\\.apache\\.felix\\.(framework|configadmin)/.*)\\.jar");

    private final String name;
    private final String version;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final StringBuilder imports = new StringBuilder();
    private final StringBuilder references = new StringBuilder();
    private String home = "partner";
    private String attributes = "";
    private int injected;

    /**
     * Begins a bundle.
     *
     * @param name symbolic name, also the name of its file
     * @param version bundle version
     */
    public PartnerBundle(String name, String version) {
        this.name = name;
        this.version = version;
    }

    /** Adds a service property of the component. */
    public PartnerBundle property(String key, String value) {
        properties.put(key, value);
        return this;
    }

    /** Makes one component of each factory configuration whose PID is the name of the bundle, and none without. */
    public PartnerBundle configured() {
        attributes += " configuration-policy=\"require\"";
        return this;
    }

    /** Adds a package that the class uses, with its range, for example {@code de.einsnull.portal.api;version="[1,2)"}. */
    public PartnerBundle imports(String clause) {
        imports.append(imports.isEmpty() ? "" : ",").append(clause);
        return this;
    }

    /** Names the package of the class, {@code partner} unless said. */
    public PartnerBundle in(String packageName) {
        home = packageName;
        return this;
    }

    /** Names the method that is called when the component goes. */
    public PartnerBundle lifecycle(String deactivate) {
        attributes += " deactivate=\"" + deactivate + "\"";
        return this;
    }

    /** Adds a service that the class takes as the next argument of its constructor. */
    public PartnerBundle reference(String id, String service) {
        references.append(
                "<reference name=\"%s\" interface=\"%s\" parameter=\"%d\"/>".formatted(id, service, injected));
        injected++;
        return this;
    }

    /** Adds a header of the manifest. */
    public PartnerBundle header(String key, String value) {
        headers.put(key, value);
        return this;
    }

    /** Adds a file. */
    public PartnerBundle resource(String path, String text) {
        entries.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /**
     * Compiles the class and declares it as a component.
     *
     * @param type simple name of the class
     * @param service the interface it is registered as
     * @param source the source, without its package line
     */
    public PartnerBundle component(String type, String service, String source) {
        Path folder = Distribution.newDirectory(name);
        try {
            Path file = folder.resolve(home.replace('.', '/')).resolve(type + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "package " + home + ";\n" + source);
            int result = ToolProvider.getSystemJavaCompiler()
                    .run(null, System.err, System.err, "--release", "17", "-cp", contracts(), file.toString());
            if (result != 0) {
                throw new IllegalArgumentException(type + " does not compile");
            }
            try (Stream<Path> classes = Files.list(file.getParent())) {
                for (Path compiled : classes.filter(path -> path.toString().endsWith(".class"))
                        .toList()) {
                    entries.put(home.replace('.', '/') + "/" + compiled.getFileName(), Files.readAllBytes(compiled));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return resource("OSGI-INF/component.xml", descriptor(type, service));
    }

    /**
     * Puts the bundle where the platform looks, in one step: a half-written jar would be half installed.
     *
     * @return the file, to delete it when the bundle shall go
     */
    public Path dropInto(Path folder) {
        try {
            Path unfinished = folder.resolve(name + ".part");
            try (OutputStream file = Files.newOutputStream(unfinished);
                    JarOutputStream jar = new JarOutputStream(file, manifest())) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    jar.putNextEntry(new JarEntry(entry.getKey()));
                    jar.write(entry.getValue());
                }
            }
            return Files.move(unfinished, folder.resolve(name + ".jar"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes head = manifest.getMainAttributes();
        head.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        head.putValue("Bundle-ManifestVersion", "2");
        head.putValue("Bundle-SymbolicName", name);
        head.putValue("Bundle-Version", version);
        head.putValue("Import-Package", imports.toString());
        head.putValue("Service-Component", "OSGI-INF/component.xml");
        headers.forEach(head::putValue);
        return manifest;
    }

    private String descriptor(String type, String service) {
        String text = properties.entrySet().stream()
                .map(property -> "<property name=\"" + property.getKey() + "\" value=\"" + property.getValue() + "\"/>")
                .collect(Collectors.joining());
        return "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"" + name + "\"" + attributes
                + (injected > 0 ? " init=\"" + injected + "\">" : ">") + text + references
                + "<service><provide interface=\"" + service + "\"/></service>"
                + "<implementation class=\"" + home + "." + type + "\"/></scr:component>";
    }

    private static String contracts() throws IOException {
        try (Stream<Path> files = Files.walk(Distribution.home().resolve("system"))) {
            return files.map(Path::toString)
                    .filter(path -> CONTRACT.matcher(path).matches())
                    .collect(Collectors.joining(":"));
        }
    }
}
