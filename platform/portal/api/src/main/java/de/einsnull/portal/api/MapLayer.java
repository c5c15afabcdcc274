package de.einsnull.portal.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A layer of the city map. Register it as an OSGi service; the map shows it, and its list and table twins, while the
 * service is there. After a change publish anything to the live channel {@code map/<id>}: open maps then fetch the layer
 * again.
 */
@ConsumerType
public interface MapLayer {

    /**
     * Identifies the layer in addresses.
     *
     * @return lower-case letters, digits and hyphens
     */
    String id();

    /**
     * Position in the legend.
     *
     * @return small first
     */
    int order();

    /**
     * Key of the layer's name in the texts of the registering bundle.
     *
     * @return the key
     */
    String titleKey();

    /**
     * Icon of the shell that stands for the layer.
     *
     * @return name of an icon, for example {@code parking}
     */
    String icon();

    /**
     * Who sees the layer.
     *
     * @return a constant of {@code de.einsnull.security.api.Access} or the name of a role
     */
    String access();

    /**
     * What is on the layer now. Called from several threads at once: answer within milliseconds.
     *
     * @param language language of the texts in the features
     * @return features; at most 5,000 are shown
     * @throws Exception when they cannot be had; the map says so and goes on without the layer
     */
    List<MapFeature> features(Language language) throws Exception;
}
