package de.einsnull.portal.shell.guard;

/** All places of a bundle's lane are taken. */
public final class BusyException extends Exception {

    private static final long serialVersionUID = 1L;

    BusyException(String bundle) {
        this(bundle, null);
    }

    BusyException(String bundle, Throwable cause) {
        super(bundle + " has as many calls under way as it may have", cause);
    }
}
