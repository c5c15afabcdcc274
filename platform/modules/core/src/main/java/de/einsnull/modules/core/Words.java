package de.einsnull.modules.core;

import de.einsnull.health.api.CheckWords;
import de.einsnull.health.api.Sentence;
import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.Sentences;
import java.util.Optional;

/** The words of the administration of modules: {@code OSGI-INF/l10n/messages*.properties}. */
public final class Words {

    /** What the health check says, too. */
    public static final CheckWords CATALOGUE = CheckWords.of(Words.class);

    private static final BundleTexts TEXTS =
            new BundleTexts(file -> Words.class.getClassLoader().getResource(file));
    private static final Sentences OWN = new Sentences(Words::own);

    private Words() {}

    private static Optional<BundleTexts> own(String owner) {
        return owner.equals(CATALOGUE.sentence("").owner()) ? Optional.of(TEXTS) : Optional.empty();
    }

    /** One of our sentences. */
    public static Sentence sentence(String key, Object... arguments) {
        return CATALOGUE.sentence(key, arguments);
    }

    public static boolean has(String key) {
        return TEXTS.has(key);
    }

    /** One of our sentences in words; its key if there are none, which a test rules out. */
    public static String in(Language language, Sentence sentence) {
        return OWN.in(language, sentence).orElse(sentence.key());
    }
}
