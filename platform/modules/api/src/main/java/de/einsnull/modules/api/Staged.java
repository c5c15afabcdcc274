package de.einsnull.modules.api;

import java.util.List;

/**
 * An archive that was handed in and looked at. It is kept for an hour, then forgotten.
 *
 * @param id what a {@link Change} refers to
 * @param module the module in it, as far as it could be read
 * @param findings what was found, the worst first; empty if all is well
 */
public record Staged(String id, Module module, List<Finding> findings) {

    /** Makes the list unchangeable. */
    public Staged {
        findings = List.copyOf(findings);
    }

    /**
     * Whether it may be installed.
     *
     * @return true if no finding refuses it
     */
    public boolean isAcceptable() {
        return findings.stream().noneMatch(finding -> finding.level() == Finding.Level.REFUSED);
    }
}
