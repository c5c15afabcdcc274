package de.einsnull.sensors.codec.js;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.roastedroot.quickjs4j.core.Engine;
import io.roastedroot.quickjs4j.core.GuestFunction;
import io.roastedroot.quickjs4j.core.Invokables;
import java.util.Collections;
import java.util.List;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.Memory;
import run.endive.wasm.types.MemoryLimits;

/**
 * One QuickJS, compiled to WebAssembly and run as plain Java, in which one script was loaded. It has a memory of its own of
 * at most {@value #MEMORY_MIB} MiB and no function that leads out: no files, no network, no Java. Before each call the memory
 * is put back to what it was after loading, so that no call knows of another. For one thread at a time.
 */
final class Sandbox implements AutoCloseable {

    static final int MEMORY_MIB = 16;

    private static final int PAGE_BYTES = 65_536;
    private static final int MOST_PAGES = MEMORY_MIB * 1024 * 1024 / PAGE_BYTES;
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final String MODULE = "einsnull";
    private static final String NAME = "call";

    /** Only strings cross the border, and not too long ones. */
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_ANSWER)
                    .maxNestingDepth(8)
                    .build())
            .build());

    /**
     * Scripts are evaluated as such and not as modules, because those of the repository are not strict. The array makes the
     * memory grow while it is still ours to say how much of it belongs to the beginning.
     */
    private static final String LOADER =
            """
            (0, eval)(%s);
            (function () { return new Uint8Array(1048576).length; })();
            globalThis.einsnullEntry = (function (decode, parse, write, time) {
              return function (text) {
                try {
                  var input = parse(text);
                  input.recvTime = new time(input.recvTime);
                  return write({ output: decode(input) });
                } catch (thrown) {
                  return write({ thrown: String(thrown) });
                }
              };
            })(globalThis.decodeUplink, JSON.parse, JSON.stringify, Date);
            if (typeof globalThis.decodeUplink !== 'function') { throw new Error('it has no function decodeUplink'); }
            """;

    private static final String CALL = "function einsnullCall(text) { return globalThis.einsnullEntry(text); }";

    private final Engine engine;
    private final GuestFunction function = new GuestFunction(NAME, "einsnullCall", List.of(String.class), String.class);
    private final Bin console = new Bin();
    private final byte[] call;
    private final byte[] image;
    private Memory memory;

    /**
     * Loads a script.
     *
     * @throws RuntimeException of the engine if that is not possible; the caller says why by {@link #said()}
     */
    Sandbox(String script) throws JsonProcessingException {
        engine = Engine.builder()
                .withMemoryFactory(this::memory)
                .withObjectMapper(MAPPER)
                .withStdout(console)
                .withStderr(console)
                .addInvokables(Invokables.builder(MODULE).add(function).build())
                .build();
        int loader = engine.compileRaw(bytes(LOADER.formatted(MAPPER.writeValueAsString(script))));
        engine.exec(loader);
        engine.free(loader);
        call = engine.compilePortableGuestFunction(CALL);
        image = memory.readBytes(0, memory.pages() * PAGE_BYTES);
    }

    private Memory memory(MemoryLimits wanted) {
        memory = new ByteArrayMemory(new MemoryLimits(wanted.initialPages(), MOST_PAGES));
        return memory;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /** Calls the script's function with an input as JSON; null if it gave nothing. */
    String call(String input) {
        console.reset();
        memory.write(0, image);
        function.setResultHostFunction().invoke(Collections.singletonList(null));
        return (String) engine.invokePrecompiledGuestFunction(MODULE, NAME, List.of(input), call);
    }

    /** Whether it may be used again: what has grown cannot be made small. */
    boolean isAsNew() {
        return memory.pages() * PAGE_BYTES == image.length;
    }

    /** The beginning of what was written to the console. */
    String said() {
        return console.toString(UTF_8).strip();
    }

    @Override
    public void close() {
        engine.close();
    }
}
