package de.einsnull.modules.portal;

import de.einsnull.modules.api.Finding;
import java.util.List;

/**
 * A finding as pages show it.
 *
 * @param level kind of alert: {@code danger}, {@code warning} or {@code info}
 * @param finding the finding
 */
public record Told(String level, Finding finding) {

    private static Told of(Finding finding) {
        String level =
                switch (finding.level()) {
                    case REFUSED -> "danger";
                    case WARNING -> "warning";
                    case NOTE -> "info";
                };
        return new Told(level, finding);
    }

    static List<Told> of(List<Finding> findings) {
        return findings.stream().map(Told::of).toList();
    }
}
