package de.einsnull.modules.core.state;

/**
 * A bundle of an installed module.
 *
 * @param symbolicName its symbolic name
 * @param version its version
 * @param sha256 digest of its file among the archives
 */
public record InstalledBundle(String symbolicName, String version, String sha256) {}
