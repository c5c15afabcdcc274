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
    private final boolean passing;

    Failure(int exit, String message) {
        this(exit, message, false);
    }

    private Failure(int exit, String message, boolean passing) {
        super(message);
        this.exit = exit;
        this.passing = passing;
    }

    /** The platform does not answer, or is not ready, which may pass. */
    static Failure away(String message) {
        return new Failure(UNREACHABLE, message, true);
    }

    /** Whether asking again may help. */
    boolean mayPass() {
        return passing;
    }

    int exit() {
        return exit;
    }
}
