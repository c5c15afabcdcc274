package de.einsnull.modules.api;

/**
 * One bundle of a module.
 *
 * @param symbolicName its symbolic name
 * @param version its version
 * @param id its id in the framework, -1 while it is not installed
 * @param state state as OSGi names it ({@code ACTIVE}, {@code RESOLVED} ...), empty while it is not installed
 */
public record ModuleBundle(String symbolicName, String version, long id, String state) {}
