package de.einsnull.web.cxf.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Field;
import de.einsnull.web.api.Problem.Text;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** Turns a problem into an answer (RFC 9457) in the language that the request prefers. */
public final class ProblemWriter {

    /** Media type of every error. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int LONGEST_HEADER = 500;
    private static final List<String> LANGUAGES = List.of("de", "en");
    private static final JsonFactory JSON = new JsonFactory();

    private ProblemWriter() {}

    /**
     * Chooses between German and English; German if in doubt.
     *
     * @param acceptLanguage header of the request, may be null or broken
     * @return {@code de} or {@code en}
     */
    public static String language(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return "de";
        }
        try {
            var best = Locale.lookupTag(LanguageRange.parse(acceptLanguage), LANGUAGES);
            return best == null ? "de" : best;
        } catch (IllegalArgumentException brokenHeader) {
            return "de";
        }
    }

    /** Writes a whole answer; the response must not be committed yet. */
    public static void write(HttpServletResponse response, Problem problem, String language, String requestId)
            throws IOException {
        var body = render(problem, language, requestId);
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Content-Language", language);
        response.addHeader("Vary", "Accept-Language");
        response.setHeader("Cache-Control", "no-store");
        if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE || problem.status() == 429) {
            response.setHeader("Retry-After", "1");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The body of an answer. */
    public static byte[] render(Problem problem, String language, String requestId) {
        var bytes = new ByteArrayOutputStream(512);
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", "/problems/" + problem.code());
            json.writeStringField("title", in(language, problem.title()));
            json.writeNumberField("status", problem.status());
            json.writeStringField("detail", in(language, problem.detail()));
            if (!requestId.isEmpty()) {
                json.writeStringField("requestId", requestId);
            }
            writeFields(json, problem.fields(), language);
            json.writeEndObject();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }

    private static void writeFields(JsonGenerator json, List<Field> fields, String language) throws IOException {
        if (fields.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("errors");
        for (var field : fields) {
            json.writeStartObject();
            json.writeStringField("pointer", field.pointer());
            json.writeStringField("detail", in(language, field.message()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String in(String language, Text text) {
        return "en".equals(language) ? text.en() : text.de();
    }
}
