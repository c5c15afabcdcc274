package de.einsnull.portal.shell.theme;

import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.CheckWords;
import de.einsnull.portal.shell.asset.Asset;
import de.einsnull.portal.shell.contrib.Contributors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the theme from the configuration {@code de.einsnull.portal}. A colour without enough contrast or an unreadable
 * coat of arms is refused: the built-in one stays and the health check says why.
 */
@Component(
        service = {CityTheme.class, HealthCheck.class},
        configurationPid = "de.einsnull.portal",
        property = {"hc.name=Portal theme", "hc.tags=portal"})
@Designate(ocd = ThemeConfig.class)
public final class CityTheme implements HealthCheck {

    private static final CheckWords WORDS = CheckWords.of(CityTheme.class);

    private static final Logger LOG = LoggerFactory.getLogger(CityTheme.class);
    private static final Colour BRAND = Colour.parse("#0b5563");
    private static final Colour ACCENT = Colour.parse("#b8521a");
    private static final int LARGEST_ARMS_IN_BYTES = 200 << 10;

    private final Asset neutralArms;
    private volatile Theme theme;
    private volatile List<String> refused = List.of();

    @Activate
    public CityTheme(@Reference Contributors contributors, ThemeConfig config) {
        neutralArms = contributors.shell().assets().find("wappen.svg").orElseThrow();
        modified(config);
    }

    @Modified
    final void modified(ThemeConfig config) {
        var problems = new java.util.ArrayList<String>();
        var css = css(config, problems);
        var arms = arms(config, problems);
        String file = arms.mediaType().startsWith("image/svg") ? "wappen.svg" : "wappen.png";
        theme = new Theme(
                config.cityName(),
                config.publisher(),
                config.claim(),
                contact(config),
                config.mapStyleUrl(),
                hash(css, arms),
                css,
                arms,
                file);
        refused = List.copyOf(problems);
        refused.forEach(problem -> LOG.warn("Configuration de.einsnull.portal: {}", problem));
    }

    private static Theme.Contact contact(ThemeConfig config) {
        return new Theme.Contact(
                lines(config.address()),
                config.phone(),
                config.email(),
                config.representative(),
                config.privacyEmail());
    }

    /** A cfg file cannot hold lists: there the lines stand in one text with semicolons between them. */
    private static List<String> lines(String[] address) {
        return Arrays.stream(address)
                .flatMap(part -> Arrays.stream(part.split(";")))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Asset css(ThemeConfig config, List<String> problems) {
        Palette palette;
        try {
            palette = new Palette(Colour.parse(config.brandColour()), Colour.parse(config.accentColour()));
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            palette = new Palette(BRAND, ACCENT);
        }
        return Asset.of("theme.css", palette.css().getBytes(StandardCharsets.UTF_8));
    }

    private Asset arms(ThemeConfig config, List<String> problems) {
        if (config.coatOfArms().isBlank()) {
            return neutralArms;
        }
        var file = Path.of(config.coatOfArms());
        try {
            if (!file.toString().matches("(?i).*\\.(svg|png)") || Files.size(file) > LARGEST_ARMS_IN_BYTES) {
                problems.add("coatOfArms: " + file + " is not an SVG or PNG file of at most 200 KB");
                return neutralArms;
            }
            return Asset.of(file.toString().toLowerCase(java.util.Locale.ROOT), Files.readAllBytes(file));
        } catch (IOException e) {
            problems.add("coatOfArms: " + file + " cannot be read (" + e.getMessage() + ")");
            return neutralArms;
        }
    }

    private static String hash(Asset css, Asset arms) {
        var crc = new CRC32();
        crc.update(css.body());
        crc.update(arms.body());
        return Long.toHexString(crc.getValue());
    }

    /** The theme now. */
    public Theme get() {
        return theme;
    }

    @Override
    public Result execute() {
        var log = new CheckLog(WORDS);
        refused.forEach(problem -> log.warn("check.theme.refused", problem));
        if (refused.isEmpty()) {
            log.good("check.theme.well");
        }
        return log.result();
    }
}
