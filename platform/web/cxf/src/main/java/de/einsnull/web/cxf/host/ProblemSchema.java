package de.einsnull.web.cxf.host;

import de.einsnull.web.cxf.problem.ProblemWriter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;

/** Says in an OpenAPI document that every operation may answer with a problem. */
final class ProblemSchema {

    private static final String NAME = "Problem";

    private ProblemSchema() {}

    static void addTo(OpenAPI document) {
        document.getComponents().addSchemas(NAME, schema());
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getResponses() != null)
                .forEach(operation -> operation.getResponses().putIfAbsent("default", response()));
    }

    private static ApiResponse response() {
        var type = new MediaType().schema(new Schema<>().$ref(NAME));
        return new ApiResponse()
                .description("What went wrong (RFC 9457), in German or English")
                .content(new Content().addMediaType(ProblemWriter.MEDIA_TYPE, type));
    }

    private static Schema<?> schema() {
        var field =
                new ObjectSchema().addProperty("pointer", new StringSchema()).addProperty("detail", new StringSchema());
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri-reference"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("requestId", new StringSchema())
                .addProperty("errors", new ArraySchema().items(field));
    }
}
