package de.einsnull.portal.api;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A file that came with a form. The shell has received all of it, within the limit that {@link PageAt#maxUploadInBytes}
 * states, and deletes it when the page has answered: what should stay is copied.
 */
@ProviderType
public interface Upload {

    /**
     * How the visitor's computer calls the file, without folders. For people to read only: it may hold anything.
     *
     * @return at most 200 characters
     */
    String fileName();

    /**
     * How long it is.
     *
     * @return bytes, more than zero
     */
    long length();

    /**
     * Reads it. It may be read several times.
     *
     * @return the content, to be closed by the caller
     * @throws IOException if the disk cannot be read, or the page has already answered
     */
    InputStream open() throws IOException;
}
