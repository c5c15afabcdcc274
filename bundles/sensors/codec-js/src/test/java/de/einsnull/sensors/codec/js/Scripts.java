package de.einsnull.sensors.codec.js;

import java.time.Duration;
import java.time.Instant;

/** Scripts run as the bundle runs them. */
final class Scripts implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(1);

    private final Workers workers = new Workers();
    private final Sandboxes sandboxes = new Sandboxes(4);
    private final SettableClock clock = new SettableClock();

    ScriptProgram program(String script) {
        return new ScriptProgram(script, LIMIT, workers, sandboxes, clock);
    }

    Program program(CodecFile file) {
        return file.script().isPresent() ? program(file.script().get()) : new Layout(file.layout());
    }

    /** A function that does something with {@code input}. */
    ScriptProgram decoding(String body) {
        return program("function decodeUplink(input) {" + body + "}");
    }

    static Output run(Program program) throws ProgramException {
        return program.run(2, new byte[] {1, (byte) 0xFE}, Instant.parse("2026-11-24T12:00:00Z"));
    }

    SettableClock clock() {
        return clock;
    }

    int waiting() {
        return sandboxes.size();
    }

    @Override
    public void close() {
        workers.close();
        sandboxes.close();
    }
}
