package de.einsnull.security.api;

import java.util.concurrent.Callable;
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

    /**
     * Lets another thread work for the request of the calling thread: while the returned task runs, everything here answers
     * there as it does now for the caller.
     *
     * @param <T> type of the result
     * @param task what the other thread is to do; it must end before the request does, or be prepared to find nobody
     * @return the task to hand over
     */
    default <T> Callable<T> carry(Callable<T> task) {
        return task;
    }
}
