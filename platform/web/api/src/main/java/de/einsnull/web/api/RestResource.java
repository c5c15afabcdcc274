package de.einsnull.web.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A JAX-RS root resource. Register it as an OSGi service with {@link RestModule}; it is served while the service is
 * there.
 *
 * <p>One instance answers all requests, from several threads at once. Every resource method (or its class) carries
 * {@code jakarta.annotation.security.PermitAll} or {@code RolesAllowed}; a method without is for administrators only.
 * Errors are thrown as {@link ProblemException}.
 */
@ConsumerType
public interface RestResource {}
