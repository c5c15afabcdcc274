package de.einsnull.modules.portal;

import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.Operation;
import de.einsnull.portal.api.Language;
import java.util.List;

/**
 * A sentence of the platform, which has them in German and English only. Who reads neither German nor Leichte Sprache gets
 * English.
 *
 * @param level kind of alert: {@code danger}, {@code warning} or {@code info}
 * @param subject what it is about, may be empty
 * @param text the sentence
 */
public record Told(String level, String subject, String text) {

    static boolean isGerman(Language language) {
        return language == Language.DE || language == Language.DE_SIMPLE;
    }

    static Told of(Finding finding, Language language) {
        String level =
                switch (finding.level()) {
                    case REFUSED -> "danger";
                    case WARNING -> "warning";
                    case NOTE -> "info";
                };
        return new Told(level, finding.subject(), isGerman(language) ? finding.german() : finding.english());
    }

    static List<Told> of(List<Finding> findings, Language language) {
        return findings.stream().map(finding -> of(finding, language)).toList();
    }

    static String of(Operation.Progress step, Language language) {
        return isGerman(language) ? step.german() : step.english();
    }
}
