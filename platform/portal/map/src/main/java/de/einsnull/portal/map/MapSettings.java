package de.einsnull.portal.map;

import java.time.Duration;

/**
 * Checked settings.
 *
 * @param styleUrl address of a foreign style, empty for the bundled base map
 * @param longitude centre of the first view, degrees
 * @param latitude centre of the first view, degrees
 * @param zoom first zoom level
 * @param attribution who made the base map, may be empty
 * @param staleAfter age from which a layer is marked as out of date
 */
record MapSettings(
        String styleUrl, double longitude, double latitude, double zoom, String attribution, Duration staleAfter) {

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    static MapSettings of(MapConfig config) {
        String[] center = config.center().split(",");
        if (center.length != 2) {
            throw new IllegalArgumentException(
                    MapConfig.PID + ": center must be longitude,latitude, not '" + config.center() + "'");
        }
        String style = config.styleUrl().strip();
        if (!style.isEmpty() && !style.startsWith("https://") && !style.startsWith("/")) {
            throw new IllegalArgumentException(
                    MapConfig.PID + ": styleUrl must start with https:// or /, not '" + style + "'");
        }
        return new MapSettings(
                style,
                degrees(center[0], 180),
                degrees(center[1], 90),
                Math.max(0, Math.min(20, config.zoom())),
                config.attribution(),
                Duration.ofMinutes(Math.max(1, config.staleAfterMinutes())));
    }

    private static double degrees(String text, double most) {
        double degrees = Double.parseDouble(text.strip());
        if (!(Math.abs(degrees) <= most)) {
            throw new IllegalArgumentException(MapConfig.PID + ": center is not on the globe: " + text);
        }
        return degrees;
    }
}
