package de.einsnull.modules.cli;

/** Ends the program with a sentence and an exit code. */
final class Failure extends Exception {

    private static final long serialVersionUID = 1L;

    /** The platform refused it, or it failed. */
    static final int REFUSED = 1;

    /** The command line is wrong. */
    static final int USAGE = 2;

    /** The new version did not become well; the old one runs again. */
    static final int ROLLED_BACK = 3;

    /** The platform cannot be reached, does not let us in, or did not end in time. */
    static final int UNREACHABLE = 4;

    private final int exit;

    Failure(int exit, String message) {
        super(message);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
