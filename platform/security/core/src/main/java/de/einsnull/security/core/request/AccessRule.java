package de.einsnull.security.core.request;

import java.util.Optional;

/**
 * What a servlet states about itself.
 *
 * @param name servlet name, empty if it states none
 * @param access requirement, empty if it states none: then nobody comes in
 * @param bodyLimit longest body in bytes, zero if it has its own limit
 * @param checksUploads whether it limits forms with files and checks their token itself
 * @param owner for the log
 */
record AccessRule(String name, String access, Optional<Long> bodyLimit, boolean checksUploads, String owner) {}
