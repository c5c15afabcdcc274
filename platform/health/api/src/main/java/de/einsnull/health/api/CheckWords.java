package de.einsnull.health.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * The words of a bundle's health checks: its catalogue, of which machines and logs get the English part and pages of the
 * portal the language of who reads. Keep one in a constant. Immutable.
 */
public final class CheckWords {

    private static final String ENGLISH = "/OSGI-INF/l10n/messages_en.properties";

    private final String owner;
    private final Properties english = new Properties();

    private CheckWords(String owner) {
        this.owner = owner;
    }

    /**
     * The words of the bundle that a class belongs to.
     *
     * @param check class of the bundle
     * @return its words
     * @throws UncheckedIOException if {@code OSGI-INF/l10n/messages_en.properties} is missing or cannot be read
     */
    public static CheckWords of(Class<?> check) {
        Bundle bundle = FrameworkUtil.getBundle(check);
        var words = new CheckWords(bundle == null ? check.getPackageName() : bundle.getSymbolicName());
        try (InputStream in = check.getResourceAsStream(ENGLISH)) {
            if (in == null) {
                throw new IOException(words.owner + " has no " + ENGLISH);
            }
            words.english.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A sentence of this bundle.
     *
     * @param key key of its text
     * @param arguments what stands for {@code {0}}, {@code {1}} ...
     * @return the sentence
     */
    public Sentence sentence(String key, Object... arguments) {
        return Sentence.of(owner, key, arguments);
    }

    /**
     * A sentence of this bundle in English, with what follows it.
     *
     * @param sentence the sentence
     * @return its words; the key if there is no such text
     */
    public String english(Sentence sentence) {
        var words = new StringBuilder(
                sentence.in(english.getProperty(sentence.key(), sentence.key()), UnaryOperator.identity()));
        sentence.then().forEach(next -> words.append(' ').append(english(next)));
        return words.toString();
    }
}
