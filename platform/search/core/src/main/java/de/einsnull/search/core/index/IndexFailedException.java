package de.einsnull.search.core.index;

/** The index cannot be read or written at the moment: the disk is full or gone, or a file of it is damaged. */
public class IndexFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what could not be done
     * @param cause why
     */
    public IndexFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
