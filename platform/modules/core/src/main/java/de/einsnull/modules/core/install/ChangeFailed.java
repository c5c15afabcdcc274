package de.einsnull.modules.core.install;

import static de.einsnull.modules.core.Findings.refused;

import de.einsnull.modules.api.Finding;
import java.time.Duration;

/** A change that cannot go on, with the reason that people are shown. */
final class ChangeFailed extends Exception {

    private static final int LONGEST_REASON = 500;

    private final transient Finding finding;

    ChangeFailed(Finding finding, Throwable cause) {
        super(finding.english(), cause);
        this.finding = finding;
    }

    static ChangeFailed hanging(String what, Duration limit) {
        return new ChangeFailed(refused("does-not-return", what, what, limit.toSeconds()), null);
    }

    static ChangeFailed of(String what, Throwable cause) {
        return new ChangeFailed(refused("failed", what, what, firstLines(cause)), cause);
    }

    private static String firstLines(Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + " ..." : text;
    }

    Finding finding() {
        return finding;
    }
}
