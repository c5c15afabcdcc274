package de.einsnull.sbom;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the bill of materials of an unpacked distribution. */
public final class Main {

    private Main() {}

    /**
     * @param arguments folder of the distribution, local Maven repository, file to write, version, time of the build
     * @throws IOException if something cannot be read, or if a jar does not tell where it comes from
     */
    public static void main(String[] arguments) throws IOException {
        var origins = new Origins(Path.of(arguments[1]));
        var bill = new Bill(new Contents(origins).of(Path.of(arguments[0])), arguments[3], arguments[4]);
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(Path.of(arguments[2]).toFile(), bill.json());
    }
}
