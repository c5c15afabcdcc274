package de.einsnull.modules.api;

import java.util.List;

/**
 * What a change would do, worked out without doing it.
 *
 * @param change the change
 * @param module name of the module
 * @param fromVersion version now, empty if it is not installed
 * @param toVersion version afterwards, empty if it would be gone
 * @param steps what happens to which bundle, in order
 * @param migrations scripts that would run on the database, in order: {@code V2__add_bays.sql}
 * @param neededSettings PIDs that need a value before the module can work
 * @param lost what would be gone for users: pages, APIs, drivers
 * @param findings what speaks against it, the worst first
 */
public record Plan(
        Change change,
        String module,
        String fromVersion,
        String toVersion,
        List<Step> steps,
        List<String> migrations,
        List<String> neededSettings,
        List<ModuleDetails.Contribution> lost,
        List<Finding> findings) {

    /** Makes everything unchangeable. */
    public Plan {
        steps = List.copyOf(steps);
        migrations = List.copyOf(migrations);
        neededSettings = List.copyOf(neededSettings);
        lost = List.copyOf(lost);
        findings = List.copyOf(findings);
    }

    /**
     * Whether it may be carried out.
     *
     * @return true if no finding refuses it
     */
    public boolean isAllowed() {
        return findings.stream().noneMatch(finding -> finding.level() == Finding.Level.REFUSED);
    }

    /**
     * What happens to one bundle.
     *
     * @param effect what happens
     * @param symbolicName the bundle
     * @param fromVersion version before, empty if there was none
     * @param toVersion version after, empty if there is none
     * @param ofModule name of the module it belongs to; of another one than the plan's, the plan is refused
     */
    public record Step(Effect effect, String symbolicName, String fromVersion, String toVersion, String ofModule) {}

    /** What can happen to a bundle. */
    public enum Effect {
        /** Installed and started. */
        ADD,
        /** Replaced by another version. */
        UPDATE,
        /** Uninstalled. */
        REMOVE,
        /** Started. */
        START,
        /** Stopped. */
        STOP,
        /** Stopped and started again because a package it uses changes. */
        REFRESH
    }
}
