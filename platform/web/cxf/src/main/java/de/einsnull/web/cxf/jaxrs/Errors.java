package de.einsnull.web.cxf.jaxrs;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Field;
import de.einsnull.web.api.Problem.Text;
import de.einsnull.web.api.ProblemException;
import de.einsnull.web.cxf.http.BodyTooLargeException;
import de.einsnull.web.cxf.problem.PlatformProblems;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the problem that tells a client about an exception without telling it the inside. */
final class Errors {

    private static final int DEEPEST_CAUSE = 20;

    private final Validation validation;

    Errors(Validation validation) {
        this.validation = validation;
    }

    Problem problemOf(Throwable error) {
        var cause = error;
        for (var depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            var problem = known(cause);
            if (problem != null) {
                return problem;
            }
            cause = cause.getCause();
        }
        return PlatformProblems.internal();
    }

    private Problem known(Throwable error) {
        if (error instanceof ProblemException ours) {
            return ours.problem();
        }
        if (error instanceof ConstraintViolationException wrong) {
            return PlatformProblems.invalidInput(validation.fieldsOf(wrong));
        }
        if (error instanceof BodyTooLargeException large) {
            return PlatformProblems.tooLarge(large.limitInBytes());
        }
        if (error instanceof JsonProcessingException json) {
            return ofJson(json);
        }
        return error instanceof WebApplicationException web ? ofWeb(web) : null;
    }

    private static Problem ofJson(JsonProcessingException error) {
        if (!isInput(error)) {
            return PlatformProblems.internal();
        }
        if (error instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            var pointer = mapping.getPath().stream().map(Errors::step).collect(Collectors.joining());
            var text = new Text(
                    "Der Wert fehlt oder hat nicht die erwartete Art.",
                    "The value is missing or is not of the expected kind.");
            return PlatformProblems.invalidInput(List.of(new Field(pointer, text)));
        }
        return PlatformProblems.malformedBody(position(error.getLocation()));
    }

    /** What could not be read is the client's doing; what could not be written is ours. */
    private static boolean isInput(JsonProcessingException error) {
        return error.getProcessor() instanceof JsonParser
                || error instanceof StreamConstraintsException
                || error instanceof MismatchedInputException
                || error instanceof ValueInstantiationException;
    }

    private static String step(JsonMappingException.Reference reference) {
        return "/" + (reference.getFieldName() == null ? reference.getIndex() : reference.getFieldName());
    }

    private static String position(JsonLocation location) {
        return location == null ? "" : location.getLineNr() + ":" + location.getColumnNr();
    }

    private Problem ofWeb(WebApplicationException error) {
        // CXF answers 404 for a query parameter that is no number; a client is helped more by 400.
        if (error instanceof NotFoundException && error.getCause() != null) {
            return PlatformProblems.badRequest();
        }
        var status = error.getResponse().getStatus();
        var inner = error.getCause() == null ? null : known(error.getCause());
        return inner != null && status != 404 ? inner : PlatformProblems.forStatus(status);
    }
}
