package de.einsnull.search.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Service properties of a {@link SearchSource}, with the prefix {@value #PREFIX_}. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Searchable {

    /** Prefix of the service properties. */
    String PREFIX_ = "einsnull.search.";

    /**
     * The type of the documents. Of several sources with the same type the one that the framework ranks highest counts.
     *
     * @return lower-case letters, digits and hyphens, for example {@code bench}
     */
    String type();

    /**
     * What people call documents of this type, as the plural: key in the texts of the registering bundle
     * ({@code OSGI-INF/l10n/messages*.properties}).
     *
     * @return the key
     */
    String titleKey();

    /**
     * Icon of the shell that stands for the type.
     *
     * @return name of an icon
     */
    String icon() default "document";

    /**
     * A text that changes when all documents have to be read again. A node that has read everything of this version, of the
     * same module, relies on the events since then.
     *
     * @return any text; if empty, everything is read at each start of the platform, which is right for up to some thousand
     *     documents
     */
    String version() default "";
}
