package de.einsnull.modules.core.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

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
    Path export(String name) throws IOException {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(certificate(name).getEncoded());
            return Files.writeString(
                    folder.resolve(name + ".pem"),
                    "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Signs as {@code jarsigner} does, without starting it. */
    Path signArchive(Path archive, String name) throws IOException {
        return signArchive(archive, name, null);
    }

    /** The same with a timestamp. */
    Path signArchive(Path archive, String name, URI authority) throws IOException {
        Path signed = archive.resolveSibling(archive.getFileName() + ".signed");
        try (ZipFile in = new ZipFile(archive.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            CertPath chain =
                    CertificateFactory.getInstance("X.509").generateCertPath(List.of(load().getCertificateChain(name)));
            var signer = new JarSigner.Builder(privateKey(name), chain);
            (authority == null ? signer : signer.tsa(authority)).build().sign(in, out);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        return Files.move(signed, archive, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Signs with the tool that makers use. */
    Path signWithTool(Path archive, String name) {
        run(List.of(tool("jarsigner"), "-keystore", store(), "-storepass", PASSWORD, archive.toString(), name));
        return archive;
    }

    /** A list in which an authority revokes the certificate of a key. */
    Path revoke(String issuer, X509Certificate revoked, Path file) {
        keytool(
                issuer,
                List.of("-gencrl", "-rfc", "-file", file.toString()),
                "-id",
                revoked.getSerialNumber().toString());
        return file;
    }

    /** The certificate of a key. */
    X509Certificate certificate(String name) throws GeneralSecurityException, IOException {
        return (X509Certificate) load().getCertificate(name);
    }

    PrivateKey privateKey(String name) throws GeneralSecurityException, IOException {
        return (PrivateKey) load().getKey(name, PASSWORD.toCharArray());
    }

    private KeyStore load() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(store()))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
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
