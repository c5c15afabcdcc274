package de.einsnull.guard.api;

/** How a module can do harm. */
public enum Kind {
    /** A call into it ended with an exception or an error that no system outside the module is the cause of. */
    THREW,
    /** A call into it took longer than it may. */
    TIMED_OUT,
    /** A call into it did not even end after it was told to; its thread is lost while it goes on. */
    STUCK,
    /** It answered more than may be sent. */
    TOO_LARGE,
    /** It published more events than it may. */
    FLOODED,
    /** One of its threads used a processor the whole time. */
    LOOPED,
    /** It did not come back from its start. */
    HUNG_AT_START,
    /** It did not come back from its stop. */
    HUNG_AT_STOP,
    /** Threads of it went on after it had stopped. */
    LEAKED_THREADS
}
