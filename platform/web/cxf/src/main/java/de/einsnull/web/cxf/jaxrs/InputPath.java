package de.einsnull.web.cxf.jaxrs;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Objects;

/** Names an input the way the client knows it: a JSON pointer into the body, or the name of a parameter. */
final class InputPath {

    private InputPath() {}

    static String of(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        Path.MethodNode method = null;
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                method = node.as(Path.MethodNode.class);
            } else if (node.getKind() == ElementKind.PARAMETER) {
                pointer.append(parameter(violation, method, node.as(Path.ParameterNode.class)));
            } else {
                append(pointer, node);
            }
        }
        return pointer.isEmpty() ? "/" : pointer.toString();
    }

    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        }
        if (node.getKey() != null) {
            pointer.append('/').append(node.getKey());
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            pointer.append('/').append(node.getName());
        }
    }

    private static String parameter(ConstraintViolation<?> violation, Path.MethodNode method, Path.ParameterNode node) {
        if (method == null) {
            return "";
        }
        return Arrays.stream(violation.getRootBeanClass().getMethods())
                .filter(candidate -> candidate.getName().equals(method.getName())
                        && Arrays.asList(candidate.getParameterTypes()).equals(method.getParameterTypes()))
                .flatMap(found -> Arrays.stream(found.getParameterAnnotations()[node.getParameterIndex()]))
                .map(InputPath::nameIn)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static String nameIn(Annotation annotation) {
        if (annotation instanceof QueryParam query) {
            return query.value();
        }
        if (annotation instanceof PathParam path) {
            return path.value();
        }
        if (annotation instanceof HeaderParam header) {
            return header.value();
        }
        if (annotation instanceof FormParam form) {
            return form.value();
        }
        if (annotation instanceof MatrixParam matrix) {
            return matrix.value();
        }
        return annotation instanceof CookieParam cookie ? cookie.value() : null;
    }
}
