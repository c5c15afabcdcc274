package de.einsnull.web.cxf.jaxrs;

import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import de.einsnull.web.api.ProblemException;
import de.einsnull.web.cxf.problem.PlatformProblems;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;

/**
 * Lets only those in whom the resource method admits. The first of these that carries an annotation decides: the method,
 * the method that carries its JAX-RS annotations, the class. None carries one: administrators only.
 */
@Priority(Priorities.AUTHORIZATION)
public final class Authorization implements ContainerRequestFilter {

    private static final Requirement ADMINISTRATORS = new Requirement(false, List.of(Roles.ADMIN));

    private final Supplier<Identity> caller;
    private final Map<OperationResourceInfo, Requirement> known = new ConcurrentHashMap<>();

    /**
     * Creates the filter of one module.
     *
     * @param caller who is asking on the calling thread
     */
    public Authorization(Supplier<Identity> caller) {
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var operation = JAXRSUtils.getCurrentMessage().getExchange().get(OperationResourceInfo.class);
        var requirement =
                operation == null ? ADMINISTRATORS : known.computeIfAbsent(operation, Authorization::requirementOf);
        var identity = caller.get();
        if (!requirement.isMetBy(identity)) {
            throw new ProblemException(
                    identity.isAnonymous() ? PlatformProblems.unauthenticated() : PlatformProblems.forbidden());
        }
    }

    private static Requirement requirementOf(OperationResourceInfo operation) {
        var method = operation.getMethodToInvoke();
        var annotated = operation.getAnnotatedMethod() == null ? method : operation.getAnnotatedMethod();
        return Stream.<AnnotatedElement>of(
                        method,
                        annotated,
                        operation.getClassResourceInfo().getServiceClass(),
                        annotated.getDeclaringClass())
                .flatMap(element -> Requirement.on(element).stream())
                .findFirst()
                .orElse(ADMINISTRATORS);
    }

    /**
     * What a method asks for.
     *
     * @param everyone nothing at all
     * @param anyOf one of these roles, or {@code authenticated}
     */
    record Requirement(boolean everyone, List<String> anyOf) {

        static Optional<Requirement> on(AnnotatedElement element) {
            var roles = element.getAnnotation(RolesAllowed.class);
            if (element.isAnnotationPresent(DenyAll.class)) {
                return Optional.of(new Requirement(false, List.of()));
            }
            if (roles != null) {
                return Optional.of(new Requirement(false, List.of(roles.value())));
            }
            return element.isAnnotationPresent(PermitAll.class)
                    ? Optional.of(new Requirement(true, List.of()))
                    : Optional.empty();
        }

        boolean isMetBy(Identity identity) {
            return everyone || anyOf.stream().anyMatch(identity::meets);
        }
    }
}
