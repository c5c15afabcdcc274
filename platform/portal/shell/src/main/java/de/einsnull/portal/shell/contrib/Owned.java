package de.einsnull.portal.shell.contrib;

/**
 * A service and the bundle that registered it.
 *
 * @param service the service
 * @param owner the bundle
 */
public record Owned<T>(T service, Contributor owner) {}
