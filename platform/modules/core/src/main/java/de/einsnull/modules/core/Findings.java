package de.einsnull.modules.core;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Finding;
import de.einsnull.portal.api.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects findings. Not thread-safe. */
public final class Findings {

    private final List<Finding> found = new ArrayList<>();

    /** Stands in the way; the words have the key {@code finding.<code>}. */
    public static Finding refused(String code, String subject, Object... arguments) {
        return of(Finding.Level.REFUSED, code, subject, Words.sentence("finding." + code, arguments));
    }

    /** Allowed, but somebody should look. */
    public static Finding warning(String code, String subject, Object... arguments) {
        return of(Finding.Level.WARNING, code, subject, Words.sentence("finding." + code, arguments));
    }

    /** Good to know. */
    public static Finding note(String code, String subject, Object... arguments) {
        return of(Finding.Level.NOTE, code, subject, Words.sentence("finding." + code, arguments));
    }

    /** With a sentence of ours that is not the only one of its code. */
    public static Finding of(Finding.Level level, String code, String subject, Sentence sentence) {
        return new Finding(
                level, code, subject, Words.in(Language.DE, sentence), Words.in(Language.EN, sentence), sentence);
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
