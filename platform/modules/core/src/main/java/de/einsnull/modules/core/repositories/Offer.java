package de.einsnull.modules.core.repositories;

import java.net.URI;

/**
 * A module that a repository offers.
 *
 * @param name its name
 * @param version its version
 * @param title how it calls itself
 * @param provider who made it, may be empty
 * @param licence its licence, may be empty
 * @param address the repository
 * @param file archive of a folder, empty for a feature
 */
public record Offer(
        String name, String version, String title, String provider, String licence, URI address, String file) {}
