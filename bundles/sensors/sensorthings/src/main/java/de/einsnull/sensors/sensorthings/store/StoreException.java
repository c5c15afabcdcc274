package de.einsnull.sensors.sensorthings.store;

/** Thrown by the store, with a reason that a client can be told. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /**
     * A failure without a cause.
     *
     * @param failure why
     */
    public StoreException(Failure failure) {
        this(failure, null);
    }

    /**
     * A failure that comes from another.
     *
     * @param failure why
     * @param cause for the log, may be null
     */
    public StoreException(Failure failure, Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    /**
     * Why.
     *
     * @return the failure
     */
    public Failure failure() {
        return failure;
    }
}
