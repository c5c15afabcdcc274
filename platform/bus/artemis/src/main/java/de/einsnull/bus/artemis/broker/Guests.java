package de.einsnull.bus.artemis.broker;

import de.einsnull.bus.api.TopicSpace;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Clients without an account. The door logs them in as one of two guests with a password that nobody else knows, so that
 * all that the broker remembers of users holds for them, too.
 */
final class Guests {

    /** Hears what is for everybody. */
    static final String EVERYBODY = TopicSpace.EVERYBODY;

    /** A program on this machine, where a module wants that. Not a name that an account can have. */
    static final String HERE = "$here";

    private final Spaces spaces;
    private final List<String> open;
    private final String password;

    Guests(Spaces spaces, List<String> open) {
        this.spaces = spaces;
        this.open = open;
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        this.password = HexFormat.of().formatHex(random);
    }

    /** As whom a client comes in; empty if it needs an account. */
    Optional<String> nameOf(boolean programOnThisMachine) {
        if (programOnThisMachine && !spaces.free().isEmpty()) {
            return Optional.of(HERE);
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(EVERYBODY);
    }

    String password() {
        return password;
    }

    /** What a guest may do. */
    Optional<DoorUser> find(String name) {
        if (HERE.equals(name)) {
            return Optional.of(DoorUser.guest(name, password, spaces.free(), spaces.free(), true));
        }
        return EVERYBODY.equals(name)
                ? Optional.of(DoorUser.guest(name, password, List.of(), open, false))
                : Optional.empty();
    }

    static boolean isGuest(String name) {
        return HERE.equals(name) || EVERYBODY.equals(name);
    }
}
