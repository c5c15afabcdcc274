package de.einsnull.portal.shell.render;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.shell.text.Formats;
import de.einsnull.portal.shell.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Says how long ago something was: {@code vor 2 Minuten}. */
public final class Ages {

    private static final Duration AS_DATE = Duration.ofDays(7);

    private final Clock clock;
    private final Texts texts;
    private final Formats formats;

    public Ages(Clock clock, Texts texts, Formats formats) {
        this.clock = clock;
        this.texts = texts;
        this.formats = formats;
    }

    public String text(Language language, Instant then) {
        var age = Duration.between(then, clock.instant());
        if (age.compareTo(AS_DATE) >= 0) {
            return formats.date(language, then);
        }
        if (age.toDays() > 0) {
            return texts.plain(language, "age.days", age.toDays());
        }
        if (age.toHours() > 0) {
            return texts.plain(language, "age.hours", age.toHours());
        }
        return age.toMinutes() > 0
                ? texts.plain(language, "age.minutes", age.toMinutes())
                : texts.plain(language, "age.now");
    }
}
