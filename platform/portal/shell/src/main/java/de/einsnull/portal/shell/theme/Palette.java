package de.einsnull.portal.shell.theme;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The colours of a city on light and on dark pages. The city chooses two; the rest is made from them so that text keeps a
 * contrast of 4.5:1 and borders, icons and focus marks one of 3:1.
 */
final class Palette {

    static final double TEXT = 4.5;
    static final double GRAPHIC = 3.0;
    private static final Colour PAPER = Colour.parse("#faf8f4");
    private static final Colour NIGHT = Colour.parse("#0f1a1f");
    private static final Colour NIGHT_SURFACE = Colour.parse("#18262c");

    private final Colour brand;
    private final Colour accent;

    /**
     * Takes the city's two colours.
     *
     * @throws IllegalArgumentException if one has too little contrast; the message says how much it has and needs
     */
    Palette(Colour brand, Colour accent) {
        require("brandColour", brand, TEXT);
        require("accentColour", accent, GRAPHIC);
        this.brand = brand;
        this.accent = accent;
    }

    private static void require(String name, Colour colour, double ratio) {
        double found = Math.min(colour.contrast(Colour.WHITE), colour.contrast(PAPER));
        if (found < ratio) {
            throw new IllegalArgumentException(
                    "%s %s has a contrast of %.2f:1 on the pages' background and needs %.1f:1; choose a darker colour"
                            .formatted(name, colour.hex(), found, ratio));
        }
    }

    /** The style sheet that sets the colours. */
    String css() {
        return ":root{" + declarations(light()) + "}\n"
                + "@media(prefers-color-scheme:dark){:root:not([data-kern-theme=light]){" + declarations(dark())
                + "}}\n"
                + "[data-kern-theme=dark]{" + declarations(dark()) + "}\n";
    }

    private static String declarations(Map<String, Colour> colours) {
        return colours.entrySet().stream()
                .map(entry -> "--en-" + entry.getKey() + ":" + entry.getValue().hex())
                .collect(Collectors.joining(";"));
    }

    Map<String, Colour> light() {
        var colours = new LinkedHashMap<String, Colour>();
        colours.put("brand", brand);
        colours.put("on-brand", Colour.WHITE.contrast(brand) >= TEXT ? Colour.WHITE : Colour.BLACK);
        colours.put("brand-deep", brand.mix(Colour.BLACK, 0.36));
        colours.put("brand-strong", brand.mix(Colour.BLACK, 0.2));
        colours.put("brand-mid", brand.mix(Colour.WHITE, 0.55));
        colours.put("brand-soft", brand.mix(Colour.WHITE, 0.86));
        colours.put("brand-mist", brand.mix(PAPER, 0.93));
        colours.put("accent", accent);
        colours.put("accent-text", accent.until(TEXT, PAPER.mix(brand, 0.08), Colour.BLACK));
        colours.put("accent-mid", accent.mix(Colour.WHITE, 0.4));
        colours.put("accent-soft", accent.mix(Colour.WHITE, 0.87));
        lightPictures(colours);
        return colours;
    }

    Map<String, Colour> dark() {
        var colours = new LinkedHashMap<String, Colour>();
        var bright = brand.lighterUntil(8, NIGHT_SURFACE);
        colours.put("brand", bright);
        colours.put("on-brand", NIGHT);
        colours.put("brand-deep", brand.mix(NIGHT, 0.62));
        colours.put("brand-strong", bright.mix(Colour.WHITE, 0.3));
        colours.put("brand-mid", brand.mix(NIGHT, 0.12));
        colours.put("brand-soft", brand.mix(NIGHT, 0.55));
        colours.put("brand-mist", brand.mix(NIGHT, 0.8));
        colours.put("accent", accent.lighterUntil(6, NIGHT_SURFACE));
        colours.put("accent-text", accent.lighterUntil(7, NIGHT_SURFACE));
        colours.put("accent-mid", accent);
        colours.put("accent-soft", accent.mix(NIGHT, 0.72));
        nightPictures(colours);
        return colours;
    }

    private void lightPictures(Map<String, Colour> colours) {
        colours.put("ill-0", Colour.WHITE);
        colours.put("ill-1", brand.mix(Colour.WHITE, 0.86));
        colours.put("ill-2", brand.mix(Colour.WHITE, 0.55));
        colours.put("ill-3", brand);
        colours.put("ill-4", brand.mix(Colour.BLACK, 0.36));
        colours.put("ill-5", accent);
        colours.put("ill-6", accent.mix(Colour.WHITE, 0.4));
        colours.put("ill-7", accent.mix(Colour.WHITE, 0.87));
        colours.put("ill-cloud", Colour.WHITE);
        colours.put("ill-line", brand.mix(Colour.BLACK, 0.36));
    }

    /** By night roofs stand out from the sky by moonlight, and walls are dim. */
    private void nightPictures(Map<String, Colour> colours) {
        colours.put("ill-0", brand.mix(Colour.WHITE, 0.72).mix(NIGHT, 0.22));
        colours.put("ill-1", brand.mix(NIGHT, 0.62));
        colours.put("ill-2", brand.mix(Colour.WHITE, 0.3).mix(NIGHT, 0.3));
        colours.put("ill-3", brand.mix(Colour.WHITE, 0.12));
        colours.put("ill-4", brand.mix(Colour.WHITE, 0.22).mix(NIGHT, 0.5));
        colours.put("ill-5", accent);
        colours.put("ill-6", accent.mix(NIGHT, 0.36));
        colours.put("ill-7", accent.mix(NIGHT, 0.66));
        colours.put("ill-cloud", brand.mix(NIGHT, 0.48));
        colours.put("ill-line", NIGHT.mix(brand, 0.25));
    }
}
