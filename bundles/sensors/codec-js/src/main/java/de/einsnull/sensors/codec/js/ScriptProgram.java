package de.einsnull.sensors.codec.js;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A script with a function {@code decodeUplink(input)} as The Things Stack and ChirpStack call it. After three calls in a row
 * that took more time or memory than a script may, it is left alone for a while.
 */
final class ScriptProgram implements Program {

    static final int LONGEST_SCRIPT = 40 * 1024;

    private static final int ABUSES = 3;
    private static final Duration REST = Duration.ofMinutes(5);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The first call loads QuickJS itself, perhaps while the whole platform starts. */
    private static final int FIRST_CALL = 10;

    private final String script;
    private final Duration limit;
    private final Workers workers;
    private final Sandboxes sandboxes;
    private final Clock clock;
    private volatile boolean known;
    private int abuses;
    private Instant restsUntil = Instant.MIN;

    ScriptProgram(String script, Duration limit, Workers workers, Sandboxes sandboxes, Clock clock) {
        this.script = script;
        this.limit = limit;
        this.workers = workers;
        this.sandboxes = sandboxes;
        this.clock = clock;
    }

    @Override
    public Output run(int port, byte[] bytes, Instant receivedAt) throws ProgramException {
        mayRun();
        var input = MAPPER.createObjectNode().put("fPort", port).put("recvTime", receivedAt.toString());
        var list = input.putArray("bytes");
        for (byte one : bytes) {
            list.add(Byte.toUnsignedInt(one));
        }
        try {
            var text = workers.call(() -> call(input.toString()), known ? limit : limit.multipliedBy(FIRST_CALL));
            known = true;
            wellBehaved(true);
            return output(text);
        } catch (ProgramException e) {
            wellBehaved(!e.isAbuse());
            throw e;
        }
    }

    private synchronized void mayRun() throws ProgramException {
        if (clock.instant().isBefore(restsUntil)) {
            throw new ProgramException(
                    "it is left alone until " + restsUntil + ", because it took too much time or memory " + ABUSES
                            + " times in a row",
                    false,
                    null);
        }
    }

    private synchronized void wellBehaved(boolean isWell) {
        abuses = isWell ? 0 : abuses + 1;
        if (abuses >= ABUSES) {
            restsUntil = clock.instant().plus(REST);
            abuses = ABUSES - 1;
        }
    }

    /** On a thread that can be ended. A sandbox in which something went wrong is not used again. */
    private String call(String input) throws ProgramException {
        var waiting = sandboxes.take(this);
        Sandbox sandbox = waiting.isPresent() ? waiting.get() : load();
        String text;
        try {
            text = sandbox.call(input);
        } catch (RuntimeException | StackOverflowError e) {
            sandbox.close();
            throw new ProgramException("it failed: " + Mistakes.first(sandbox.said(), e), true, e);
        }
        sandboxes.give(this, sandbox);
        return text;
    }

    private Sandbox load() throws ProgramException {
        try {
            return new Sandbox(script);
        } catch (JsonProcessingException | RuntimeException | StackOverflowError e) {
            throw new ProgramException("it cannot be loaded: " + Mistakes.first("", e), true, e);
        }
    }

    private static Output output(String text) throws ProgramException {
        try {
            JsonNode answer = MAPPER.readTree(text == null ? "{}" : text);
            if (answer.has("thrown")) {
                throw new ProgramException("it threw " + answer.get("thrown").asText(), false, null);
            }
            JsonNode output = answer.path("output");
            if (!output.isObject()) {
                throw new ProgramException("decodeUplink gave no object", false, null);
            }
            return new Output(output.path("data"), texts(output.path("warnings")), texts(output.path("errors")));
        } catch (JsonProcessingException e) {
            throw new ProgramException("it gave no JSON", false, e);
        }
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    @Override
    public void close() {
        sandboxes.forget(this);
    }
}
