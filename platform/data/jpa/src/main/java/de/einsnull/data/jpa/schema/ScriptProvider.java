package de.einsnull.data.jpa.schema;

import de.einsnull.data.jpa.database.Dialect;
import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** Gives Flyway the scripts of a bundle; its own class path scanning knows nothing of other bundles. */
final class ScriptProvider implements ResourceProvider {

    private final List<ScriptResource> resources;

    ScriptProvider(List<Script> scripts, Dialect dialect) {
        this.resources = scripts.stream()
                .filter(script ->
                        script.folder().equals("migration") || script.folder().equals(dialect.label()))
                .map(ScriptResource::new)
                .toList();
    }

    @Override
    public LoadableResource getResource(String name) {
        return resources.stream()
                .filter(resource -> resource.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return resources.stream()
                .filter(resource -> resource.getFilename().startsWith(prefix))
                .filter(resource -> Arrays.stream(suffixes).anyMatch(resource.getFilename()::endsWith))
                .map(LoadableResource.class::cast)
                .toList();
    }

    private static final class ScriptResource extends LoadableResource {

        private final Script script;

        ScriptResource(Script script) {
            this.script = script;
        }

        @Override
        public Reader read() {
            return new StringReader(script.sql());
        }

        @Override
        public String getAbsolutePath() {
            return script.path();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return script.path();
        }

        @Override
        public String getFilename() {
            return script.fileName();
        }

        @Override
        public String getRelativePath() {
            return script.path();
        }
    }
}
