package de.einsnull.modules.core.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * Whom the city trusts, as it was found in the folder.
 *
 * @param makers certificates of makers of modules and of authorities that vouch for them
 * @param timestampers certificates of time-stamping authorities and of authorities that vouch for them
 * @param revocations certificates that are not to be trusted any more
 * @param problems what could not be read and therefore does not count, for city IT
 */
public record Trust(
        Set<X509Certificate> makers,
        Set<X509Certificate> timestampers,
        Revocations revocations,
        List<String> problems) {}
