package de.einsnull.settings.api;

import aQute.bnd.annotation.xml.XMLAttribute;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a form needs to know about a setting beyond metatype. Put it beside {@code @AttributeDefinition}; bnd writes it into
 * the bundle's metatype document, in the namespace {@value #NAMESPACE}. The module needs nothing of this package to run.
 */
@XMLAttribute(namespace = SettingHint.NAMESPACE, prefix = "einsnull", embedIn = "*")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SettingHint {

    /** XML namespace of the hints. */
    String NAMESPACE = "https://einsnull.de/xmlns/settings/v1.0.0";

    /**
     * Unit of a number, shown after its label.
     *
     * @return for example {@code s} or {@code MiB}, or {@code %key} of a text
     */
    String unit() default "";

    /**
     * Whether the value is a password or key: kept as a secrets file and never shown again. Settings of the metatype type
     * {@code PASSWORD} are so without it.
     *
     * @return true for a secret
     */
    boolean secret() default false;

    /**
     * Regular expression that each value must match as a whole.
     *
     * @return a pattern of {@link java.util.regex.Pattern}; say in the help text what it wants
     */
    String pattern() default "";

    /**
     * The setting counts only while another one has a certain value: then it is checked, otherwise it is kept and shown with
     * a note.
     *
     * @return {@code id=value}, several values separated by {@code |}: {@code mode=external}
     */
    String dependsOn() default "";

    /**
     * Whether the value is a place: longitude and latitude in degrees (WGS 84) with a comma between, {@code 8.14,51.82}.
     *
     * @return true for a place; only for a text that is not a list
     */
    boolean geoPoint() default false;

    /**
     * Whether the value names the instance of a factory: it is asked for once and cannot be changed later. Letters, digits,
     * dots, hyphens and underscores.
     *
     * @return true for at most one setting of a factory
     */
    boolean instanceName() default false;
}
