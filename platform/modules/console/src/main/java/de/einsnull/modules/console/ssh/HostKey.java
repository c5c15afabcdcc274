package de.einsnull.modules.console.ssh;

import de.einsnull.security.api.Secrets;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** The key by which people recognise the platform. It is made at the first start and kept with the other secrets. */
final class HostKey {

    static final String NAME = "console-host-key";

    private HostKey() {}

    /** The key of this installation. */
    static KeyPair of(Secrets secrets) throws IOException {
        try {
            Optional<String> kept = secrets.read(NAME);
            return kept.isPresent() ? read(kept.get()) : make(secrets);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    secrets.file(NAME) + " cannot be read. Remove it, and a new key is made: " + e.getMessage(), e);
        }
    }

    private static KeyPair make(Secrets secrets) throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        Base64.Encoder text = Base64.getEncoder();
        secrets.write(
                NAME,
                text.encodeToString(pair.getPrivate().getEncoded()) + ":"
                        + text.encodeToString(pair.getPublic().getEncoded()));
        return pair;
    }

    private static KeyPair read(String text) throws GeneralSecurityException {
        String[] parts = text.split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a pair of keys");
        }
        KeyFactory keys = KeyFactory.getInstance("EC");
        return new KeyPair(
                keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(parts[1]))),
                keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts[0]))));
    }
}
