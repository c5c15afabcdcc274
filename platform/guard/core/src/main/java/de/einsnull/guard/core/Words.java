package de.einsnull.guard.core;

import de.einsnull.guard.api.Quarantine;
import de.einsnull.health.api.CheckWords;
import de.einsnull.health.api.Sentence;
import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.Sentences;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says what happened to a module and what to do, so that city IT need not know what a thread is. */
final class Words {

    /** What the guard's health check says, too. */
    static final CheckWords CATALOGUE = CheckWords.of(Words.class);

    private static final BundleTexts TEXTS =
            new BundleTexts(file -> Words.class.getClassLoader().getResource(file));
    private static final Sentences SENTENCES = new Sentences(owner -> Optional.of(TEXTS));

    private Words() {}

    /** The same quarantine with its texts. */
    static Quarantine describe(Quarantine plain, Duration window) {
        Sentence sentence = sentence(plain, window);
        return new Quarantine(
                plain.bundleId(),
                plain.symbolicName(),
                plain.version(),
                plain.since(),
                plain.kind(),
                plain.strikes(),
                plain.where(),
                plain.cause(),
                plain.stopped(),
                SENTENCES.in(Language.DE, sentence).orElseThrow(),
                SENTENCES.in(Language.EN, sentence).orElseThrow(),
                sentence);
    }

    /** The same for a module that does not stop. */
    static Quarantine cannotStop(Quarantine one, Duration window) {
        return describe(
                new Quarantine(
                        one.bundleId(),
                        one.symbolicName(),
                        one.version(),
                        one.since(),
                        one.kind(),
                        one.strikes(),
                        one.where(),
                        one.cause(),
                        false,
                        "",
                        "",
                        Sentence.NONE),
                window);
    }

    private static Sentence sentence(Quarantine one, Duration window) {
        return CATALOGUE
                .sentence("quarantine.stopped", one.symbolicName(), one.version())
                .and(List.of(
                        CATALOGUE.sentence("quarantine.kind." + one.kind(), one.strikes(), minutes(window)),
                        detail("quarantine.where", one.where()),
                        detail("quarantine.cause", one.cause()),
                        CATALOGUE.sentence(one.stopped() ? "quarantine.advice" : "quarantine.goesOn")));
    }

    private static Sentence detail(String key, String detail) {
        return detail.isEmpty() ? Sentence.NONE : CATALOGUE.sentence(key, detail);
    }

    private static long minutes(Duration window) {
        return Math.max(1, window.toMinutes());
    }
}
