package de.einsnull.security.api;

import org.osgi.annotation.versioning.ProviderType;

/** What is known about the HTTP request that the calling thread is handling. Safe for use by several threads. */
@ProviderType
public interface CurrentRequest {

    /**
     * Who is asking.
     *
     * @return the identity, {@link Identity#ANONYMOUS} outside a request or without a login
     */
    Identity identity();

    /**
     * Token that every form must send back in the field {@code csrf}.
     *
     * @return the token of the browser's session, empty outside a request
     */
    String csrfToken();

    /**
     * Number that ties the log lines of a request together and is shown on error pages.
     *
     * @return the request id, empty outside a request
     */
    String requestId();
}
