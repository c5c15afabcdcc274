package de.einsnull.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Service properties of a {@link RestResource}, with the prefix {@value #PREFIX_}. Resources with the same path form one
 * module: one server, one OpenAPI document at {@code <path>/openapi.json}, one limit of concurrent requests.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RestModule {

    /** Prefix of the service properties. */
    String PREFIX_ = "einsnull.rest.";

    /**
     * Where the module is served: an absolute path without a trailing slash, {@code /api/<area>} unless a standard
     * prescribes another.
     *
     * @return the path, for example {@code /api/sensors} or {@code /sensorthings/v1.1}
     */
    String path();

    /**
     * Title of the module in the list of APIs.
     *
     * @return a short English title
     */
    String title();

    /**
     * Longest request body.
     *
     * @return bytes, 1 to 104,857,600
     */
    int maxBodyInBytes() default 1_048_576;

    /**
     * Longest answer; one that is longer breaks off. Event streams have no limit.
     *
     * @return bytes, 1 to 1,073,741,824
     */
    int maxAnswerInBytes() default 33_554_432;

    /**
     * Longest time a request may take before it is interrupted and answered with 503.
     *
     * @return milliseconds, 100 to 300,000
     */
    int timeLimitInMs() default 30_000;
}
