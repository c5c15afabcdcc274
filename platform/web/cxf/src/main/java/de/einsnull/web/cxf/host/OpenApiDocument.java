package de.einsnull.web.cxf.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;

/** The OpenAPI 3 document of one generation of a module, written when it is first asked for. Thread-safe. */
final class OpenApiDocument {

    private final ModuleSettings settings;
    private final List<Class<?>> resources;
    private final String version;
    private byte[] json;

    OpenApiDocument(ModuleSettings settings, List<Class<?>> resources, String version) {
        this.settings = settings;
        this.resources = List.copyOf(resources);
        this.version = version;
    }

    synchronized byte[] json() {
        if (json == null) {
            json = OwnLoader.call(this::write);
        }
        return json.clone();
    }

    private byte[] write() {
        try {
            var config = new SwaggerConfiguration().openAPI(frame()).defaultResponseCode("200");
            var reader = new Reader();
            reader.setConfiguration(config);
            var document = reader.read(new LinkedHashSet<>(resources));
            ProblemSchema.addTo(document);
            return Json.mapper().writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("No OpenAPI document of " + settings.path(), impossible);
        }
    }

    private OpenAPI frame() {
        var basic = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic");
        var session = new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("einsnull-session");
        return new OpenAPI()
                .info(new Info().title(settings.title()).version(version))
                .servers(List.of(new Server().url(settings.path())))
                .components(new Components().addSecuritySchemes("basic", basic).addSecuritySchemes("session", session));
    }
}
