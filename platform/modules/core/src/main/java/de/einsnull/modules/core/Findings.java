package de.einsnull.modules.core;

import de.einsnull.modules.api.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects findings, in the two languages in which people read them. Not thread-safe. */
public final class Findings {

    private final List<Finding> found = new ArrayList<>();

    /** Stands in the way. */
    public static Finding refused(String code, String subject, String german, String english) {
        return new Finding(Finding.Level.REFUSED, code, subject, german, english);
    }

    /** Allowed, but somebody should look. */
    public static Finding warning(String code, String subject, String german, String english) {
        return new Finding(Finding.Level.WARNING, code, subject, german, english);
    }

    /** Good to know. */
    public static Finding note(String code, String subject, String german, String english) {
        return new Finding(Finding.Level.NOTE, code, subject, german, english);
    }

    public Findings add(Finding finding) {
        found.add(finding);
        return this;
    }

    public Findings addAll(List<Finding> findings) {
        found.addAll(findings);
        return this;
    }

    public boolean refuse() {
        return found.stream().anyMatch(finding -> finding.level() == Finding.Level.REFUSED);
    }

    /** All findings, each once, the worst first. */
    public List<Finding> worstFirst() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(Finding::level).reversed())
                .toList();
    }
}
