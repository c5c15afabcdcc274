package de.einsnull.portal.api;

import de.einsnull.health.api.Sentence;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Says sentences in the language of who reads, in the words of the bundles that they come from. Thread-safe. */
public final class Sentences {

    /** Keeps names and numbers of other scripts together within a text that runs from right to left. */
    private static final UnaryOperator<String> ISOLATED = argument -> "\u2068" + argument + "\u2069";

    private final Function<String, Optional<BundleTexts>> catalogues;

    /**
     * Takes the words from anywhere.
     *
     * @param catalogues the texts of a bundle by its symbolic name, empty if it is not there
     */
    public Sentences(Function<String, Optional<BundleTexts>> catalogues) {
        this.catalogues = catalogues;
    }

    /**
     * Takes the words from the bundles that are installed, whether they run or not. A bundle's catalogue is read once, and
     * again after its update.
     *
     * @param context context of any bundle
     * @return says sentences
     */
    public static Sentences ofInstalled(BundleContext context) {
        return new Sentences(new Installed(context)::texts);
    }

    /**
     * A sentence in words.
     *
     * @param language language of who reads
     * @param sentence the sentence
     * @return its words and those of what follows it; empty if it says nothing, or if the words of any part are not there,
     *     for example because the bundle was removed
     */
    public Optional<String> in(Language language, Sentence sentence) {
        if (sentence.saysNothing()) {
            return Optional.empty();
        }
        Optional<BundleTexts> texts = catalogues.apply(sentence.owner()).filter(found -> found.has(sentence.key()));
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        String text = texts.get().text(language, sentence.key());
        var words = new StringBuilder(sentence.in(text, language.isRightToLeft() ? ISOLATED : UnaryOperator.identity())
                .strip());
        for (Sentence next : sentence.then()) {
            Optional<String> more = in(language, next);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            words.append(' ').append(more.get());
        }
        return Optional.of(words.toString());
    }

    private static final class Installed {

        private final BundleContext context;
        private final Map<String, Kept> kept = new ConcurrentHashMap<>();

        /** The texts of a bundle as it was at some time. */
        private record Kept(long bundle, long changed, BundleTexts texts) {}

        Installed(BundleContext context) {
            this.context = context;
        }

        Optional<BundleTexts> texts(String name) {
            Optional<Bundle> bundle = Arrays.stream(context.getBundles())
                    .filter(one -> name.equals(one.getSymbolicName()))
                    .max(Comparator.comparing(Bundle::getVersion));
            if (bundle.isEmpty()) {
                kept.remove(name);
                return Optional.empty();
            }
            Bundle now = bundle.get();
            return Optional.of(kept.compute(
                            name,
                            (key, before) -> before != null
                                            && before.bundle() == now.getBundleId()
                                            && before.changed() == now.getLastModified()
                                    ? before
                                    : new Kept(
                                            now.getBundleId(), now.getLastModified(), new BundleTexts(now::getEntry)))
                    .texts());
        }
    }
}
