package de.einsnull.search.core.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Languages that the search reads, each with fields of its own so that their word statistics stay apart. */
public enum Tongue {
    /** German, Leichte Sprache included. */
    DE("de"),
    /** English. */
    EN("en"),
    /** Turkish. */
    TR("tr"),
    /** Ukrainian. */
    UK("uk"),
    /** Arabic. */
    AR("ar"),
    /** Any other: words as they are. */
    OTHER("und");

    private final String code;

    Tongue(String code) {
        this.code = code;
    }

    /** The one that reads a language. */
    public static Tongue of(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return Arrays.stream(values())
                .filter(tongue -> tongue.code.equals(language))
                .findFirst()
                .orElse(OTHER);
    }

    /** Those that read some languages, all if there are none. */
    public static List<Tongue> of(List<String> tags) {
        return tags.isEmpty()
                ? List.of(values())
                : tags.stream().map(Tongue::of).distinct().toList();
    }

    /** Field of the stemmed words of title and text. */
    public String text() {
        return "text-" + code;
    }

    /** Field of the stemmed words of the title alone. */
    public String title() {
        return "title-" + code;
    }

    /** Field of the words as they are spelled. */
    public String spelling() {
        return "spelling-" + code;
    }

    /** Field of the beginnings of the title's words. */
    public String beginnings() {
        return "beginnings-" + code;
    }

    String code() {
        return code;
    }
}
