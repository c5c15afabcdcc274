package de.einsnull.sensors.codec.js;

import java.time.Instant;

/** Turns bytes into named values: a script, or a layout. */
interface Program extends AutoCloseable {

    /**
     * Runs it.
     *
     * @throws ProgramException if it fails, or takes more than it may
     */
    Output run(int port, byte[] bytes, Instant receivedAt) throws ProgramException;

    @Override
    default void close() {}
}
