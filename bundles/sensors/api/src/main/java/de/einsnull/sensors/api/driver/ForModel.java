package de.einsnull.sensors.api.driver;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Service properties of a {@link PayloadCodec}, with the prefix {@value #PREFIX_}. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ForModel {

    /** Prefix of the service properties. */
    String PREFIX_ = "sensors.model.";

    /**
     * Identifies the model.
     *
     * @return lower-case letters, digits and hyphens: {@code dragino-lht65}
     */
    String id();

    /**
     * Name of the model for people.
     *
     * @return manufacturer and model
     */
    String name();

    /**
     * Where the payload is documented.
     *
     * @return an address, may be empty
     */
    String datasheet() default "";
}
