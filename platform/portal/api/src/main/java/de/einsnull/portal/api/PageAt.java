package de.einsnull.portal.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Service properties of a {@link PortalPage}, with the prefix {@value #PREFIX_}. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PageAt {

    /** Prefix of the service properties. */
    String PREFIX_ = "einsnull.page.";

    /**
     * Path below the language, without slashes at the ends. The page also gets everything below it; the longest path
     * wins.
     *
     * @return for example {@code stadtkarte}
     */
    String path();

    /**
     * Who may see it.
     *
     * @return a constant of {@code de.einsnull.security.api.Access} or the name of a role
     */
    String access();

    /**
     * Longest form with files that the page takes, all fields and files together. Such a form is sent with
     * {@code enctype="multipart/form-data"}; its files are in {@link PageRequest#uploads}. The visitor is told when it is
     * too long.
     *
     * @return bytes; 0 refuses files
     */
    long maxUploadInBytes() default 0;
}
