package de.einsnull.web.cxf.jaxrs;

import de.einsnull.web.api.Problem.Field;
import de.einsnull.web.api.Problem.Text;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.ValidatorFactory;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Checks the parameters of resource methods against their constraints. The validator starts when the first method with
 * constraints is called: most requests and the platform's start never pay for it.
 */
public final class Validation implements AutoCloseable {

    private ValidatorFactory factory;

    /** Checks one call. */
    public void check(Object resource, Method method, Object[] arguments) {
        if (!isConstrained(method)) {
            return;
        }
        var violations = factory().getValidator().forExecutables().validateParameters(resource, method, arguments);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }

    static boolean isConstrained(Method method) {
        return Arrays.stream(method.getParameterAnnotations())
                .flatMap(Arrays::stream)
                .map(Annotation::annotationType)
                .anyMatch(type -> type == Valid.class || type.isAnnotationPresent(Constraint.class));
    }

    private synchronized ValidatorFactory factory() {
        if (factory == null) {
            var german = Set.of(Locale.GERMAN, Locale.ENGLISH);
            factory = jakarta.validation.Validation.byProvider(HibernateValidator.class)
                    .providerResolver(() -> List.of(new HibernateValidator()))
                    .configure()
                    .ignoreXmlConfiguration()
                    .messageInterpolator(new ParameterMessageInterpolator(german, Locale.GERMAN, true))
                    .buildValidatorFactory();
        }
        return factory;
    }

    /** Which inputs were wrong, in both languages. */
    List<Field> fieldsOf(ConstraintViolationException error) {
        return error.getConstraintViolations().stream()
                .map(violation -> new Field(InputPath.of(violation), text(violation)))
                .sorted((one, other) -> one.pointer().compareTo(other.pointer()))
                .toList();
    }

    private Text text(ConstraintViolation<?> violation) {
        return new Text(message(violation, Locale.GERMAN), message(violation, Locale.ENGLISH));
    }

    private String message(ConstraintViolation<?> violation, Locale language) {
        return factory()
                .getMessageInterpolator()
                .interpolate(violation.getMessageTemplate(), new ViolationContext(violation), language);
    }

    @Override
    public synchronized void close() {
        if (factory != null) {
            factory.close();
            factory = null;
        }
    }
}
