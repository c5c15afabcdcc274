package de.einsnull.modules.core.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes keys and signs archives with the tools that makers use. */
final class TestKeys {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    TestKeys(Path folder) {
        this.folder = folder;
    }

    /** A key with a certificate that it signed itself. */
    void make(String name, String... options) {
        keytool(name, List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name), options);
    }

    /** A certificate for a key, signed by another one. */
    void sign(String name, String issuer, String... options) throws IOException {
        Path request = folder.resolve(name + ".csr");
        Path certificate = folder.resolve(name + ".pem");
        keytool(name, List.of("-certreq", "-file", request.toString()));
        List<String> issue =
                List.of("-gencert", "-rfc", "-infile", request.toString(), "-outfile", certificate.toString());
        keytool(issuer, issue, options);
        Path chain = folder.resolve(name + "-chain.pem");
        Files.writeString(chain, Files.readString(certificate) + Files.readString(export(issuer)));
        keytool(name, List.of("-importcert", "-noprompt", "-file", chain.toString()));
    }

    /** The certificate of a key as a PEM file. */
    Path export(String name) {
        Path file = folder.resolve(name + ".pem");
        keytool(name, List.of("-exportcert", "-rfc", "-file", file.toString()));
        return file;
    }

    Path signArchive(Path archive, String name) {
        run(List.of(tool("jarsigner"), "-keystore", store(), "-storepass", PASSWORD, archive.toString(), name));
        return archive;
    }

    private void keytool(String name, List<String> command, String... options) {
        var all = new ArrayList<>(List.of(tool("keytool")));
        all.addAll(command);
        all.addAll(List.of("-alias", name, "-keystore", store(), "-storepass", PASSWORD));
        all.addAll(List.of(options));
        run(all);
    }

    private String store() {
        return folder.resolve("keys.p12").toString();
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command + ": " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
