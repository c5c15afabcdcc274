package de.einsnull.portal.shell.theme;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour in sRGB, with the contrast of WCAG 2.2.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Colour(int red, int green, int blue) {

    static final Colour WHITE = new Colour(255, 255, 255);
    static final Colour BLACK = new Colour(0, 0, 0);

    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

    /**
     * Reads a colour.
     *
     * @param text {@code #rrggbb}
     * @throws IllegalArgumentException if it is anything else
     */
    public static Colour parse(String text) {
        if (!HEX.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a colour: \"" + text + "\" (expected for example #0b5563)");
        }
        int value = Integer.parseInt(text.substring(1), 16);
        return new Colour(value >> 16, value >> 8 & 0xff, value & 0xff);
    }

    /** {@code #rrggbb}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /** Contrast ratio of WCAG 2.2, 1 to 21. */
    public double contrast(Colour other) {
        double mine = luminance();
        double theirs = other.luminance();
        return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
    }

    /** Relative luminance of WCAG 2.2. */
    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** Mixes in so much (0 to 1) of another colour, in sRGB. */
    public Colour mix(Colour other, double share) {
        return new Colour(
                between(red, other.red, share), between(green, other.green, share), between(blue, other.blue, share));
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    /** This colour, moved towards another in small steps until it has enough contrast to a background. */
    public Colour until(double ratio, Colour background, Colour towards) {
        for (int step = 0; step <= 50; step++) {
            var candidate = mix(towards, step / 50.0);
            if (candidate.contrast(background) >= ratio) {
                return candidate;
            }
        }
        return towards;
    }

    /** This colour, made lighter but not paler until it has enough contrast to a dark background. */
    public Colour lighterUntil(double ratio, Colour background) {
        float[] hsl = hsl();
        for (float lightness = hsl[2]; lightness < 1; lightness += 0.02f) {
            var candidate = ofHsl(hsl[0], Math.min(hsl[1], 0.75f), lightness);
            if (candidate.contrast(background) >= ratio) {
                return candidate;
            }
        }
        return WHITE;
    }

    private float[] hsl() {
        float max = Math.max(red, Math.max(green, blue)) / 255f;
        float min = Math.min(red, Math.min(green, blue)) / 255f;
        float lightness = (max + min) / 2;
        float range = max - min;
        if (range == 0) {
            return new float[] {0, 0, lightness};
        }
        return new float[] {hue(max, range), range / (1 - Math.abs(2 * lightness - 1)), lightness};
    }

    /** In sixths of the circle. */
    private float hue(float max, float range) {
        float r = red / 255f;
        float g = green / 255f;
        float b = blue / 255f;
        if (max == r) {
            return ((g - b) / range + 6) % 6;
        }
        return max == g ? (b - r) / range + 2 : (r - g) / range + 4;
    }

    private static Colour ofHsl(float hue, float saturation, float lightness) {
        float spread = saturation * Math.min(lightness, 1 - lightness);
        return new Colour(
                channel(0, hue, lightness, spread),
                channel(8, hue, lightness, spread),
                channel(4, hue, lightness, spread));
    }

    /** Formula of CSS Color 4, "HSL to sRGB". */
    private static int channel(int offset, float hue, float lightness, float spread) {
        float k = (offset + hue * 2) % 12;
        return Math.round(255 * (lightness - spread * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1))));
    }
}
