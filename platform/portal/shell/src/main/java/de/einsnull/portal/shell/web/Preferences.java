package de.einsnull.portal.shell.web;

import de.einsnull.portal.api.Language;
import java.util.Optional;

/**
 * How a visitor wants to see the portal; kept in a cookie that says nothing else.
 *
 * @param language language chosen by hand, empty if none was
 * @param contrast normal or high
 * @param size size of the text
 * @param colours light, dark or as the device says
 */
public record Preferences(Optional<Language> language, Contrast contrast, Size size, Colours colours) {

    /** Name of the cookie. */
    public static final String COOKIE = "einsnull-prefs";

    /** What a visitor sees who has chosen nothing. */
    public static final Preferences NONE =
            new Preferences(Optional.empty(), Contrast.NORMAL, Size.NORMAL, Colours.AUTO);

    /** Contrast of the page. */
    public enum Contrast {
        NORMAL,
        HIGH
    }

    /** Size of the text: as the browser says, 125 %, 150 %. */
    public enum Size {
        NORMAL,
        LARGE,
        LARGER
    }

    /** Colours of the page. */
    public enum Colours {
        AUTO,
        LIGHT,
        DARK
    }

    /** Reads the cookie's value; what is not understood counts as not chosen. */
    public static Preferences parse(String value) {
        String[] parts = value.split("\\.", -1);
        if (parts.length != 4) {
            return NONE;
        }
        return new Preferences(
                Language.ofTag(parts[0]),
                choice(Contrast.class, parts[1], Contrast.NORMAL),
                choice(Size.class, parts[2], Size.NORMAL),
                choice(Colours.class, parts[3], Colours.AUTO));
    }

    /** Finds a constant by its name in small letters. */
    static <E extends Enum<E>> E choice(Class<E> type, String name, E otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (tag(constant).equals(name)) {
                return constant;
            }
        }
        return otherwise;
    }

    static String tag(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The cookie's value. */
    public String format() {
        return String.join(".", language.map(Language::tag).orElse(""), tag(contrast), tag(size), tag(colours));
    }

    public Preferences withLanguage(Language chosen) {
        return new Preferences(Optional.of(chosen), contrast, size, colours);
    }

    // Templates compare with words.

    public String getContrast() {
        return tag(contrast);
    }

    public String getSize() {
        return tag(size);
    }

    public String getColours() {
        return tag(colours);
    }
}
