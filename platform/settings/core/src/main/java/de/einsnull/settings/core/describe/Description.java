package de.einsnull.settings.core.describe;

import de.einsnull.settings.api.Setting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one PID as they stand in a metatype document; texts may be {@code %keys}.
 *
 * @param pid PID or factory PID
 * @param factory whether there can be several
 * @param texts path of the texts without language and ending
 * @param name name
 * @param description description
 * @param attributes settings in order
 */
record Description(
        String pid, boolean factory, String texts, String name, String description, List<Attribute> attributes) {

    /**
     * One setting as it stands in a metatype document.
     *
     * @param id id
     * @param name name
     * @param description description
     * @param type type of each value
     * @param list whether it takes several values
     * @param required whether a value is needed
     * @param defaults values that hold while nothing is set
     * @param choices labels by value
     * @param min least value
     * @param max greatest value
     * @param hint what a form needs to know beyond metatype
     */
    record Attribute(
            String id,
            String name,
            String description,
            Setting.Type type,
            boolean list,
            boolean required,
            List<String> defaults,
            Map<String, String> choices,
            Optional<BigDecimal> min,
            Optional<BigDecimal> max,
            Hint hint) {}

    /**
     * What a form needs to know beyond metatype.
     *
     * @param unit unit
     * @param secret whether it is never shown
     * @param pattern regular expression
     * @param dependsOn when it counts
     * @param geoPoint whether it is a place
     * @param instanceName whether it names the instance
     */
    record Hint(
            String unit, boolean secret, String pattern, String dependsOn, boolean geoPoint, boolean instanceName) {}
}
