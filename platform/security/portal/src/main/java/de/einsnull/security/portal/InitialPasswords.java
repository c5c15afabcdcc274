package de.einsnull.security.portal;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Random passwords that can be read aloud and typed: four groups of five, 95 bits, no letter that looks like another. */
@Component(service = InitialPasswords.class)
public final class InitialPasswords {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LETTERS = 20;
    private static final int GROUP = 5;

    private final SecureRandom random = new SecureRandom();

    @Activate
    public InitialPasswords() {}

    String next() {
        var letters = random.ints(LETTERS, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
        return letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }
}
