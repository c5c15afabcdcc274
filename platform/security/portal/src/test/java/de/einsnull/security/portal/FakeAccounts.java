package de.einsnull.security.portal;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Accounts in memory, and requests of the people who have them. */
final class FakeAccounts implements Accounts {

    static final Path RESOURCES = Path.of("src/main/resources");

    final List<Entry> entries = new ArrayList<>();
    final Map<String, String> passwords = new HashMap<>();
    boolean throttled;

    static Words words() {
        return new Words(FakeAccounts::url);
    }

    private static URL url(String name) {
        try {
            return RESOURCES.resolve(name).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    /** A request of the account with this name; a GET without fields, otherwise a POST. */
    static PageRequest request(String who, String path, Map<String, String> fields) {
        var parameters = new HashMap<String, List<String>>();
        fields.forEach((name, value) -> parameters.put(name, List.of(value)));
        var identity = new Identity("id-" + who, who, Set.of(Roles.ADMIN));
        return new PageRequest(fields.isEmpty() ? "GET" : "POST", path, Language.EN, identity, parameters);
    }

    Entry entry(String name) {
        return entries.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Identity create(String name, String displayName, char[] password, Set<String> roles) {
        var identity = new Identity("id-" + name, displayName, roles);
        entries.add(new Entry(name, identity, false));
        passwords.put(name, new String(password));
        return identity;
    }

    @Override
    public void setPassword(String name, char[] password) {
        passwords.put(name, new String(password));
    }

    @Override
    public boolean changePassword(String name, char[] current, char[] next) {
        if (throttled) {
            throw new TooManyAttempts(Duration.ofMinutes(1));
        }
        return passwords.replace(name, new String(current), new String(next));
    }

    @Override
    public void setLocked(String name, boolean locked) {
        entries.replaceAll(one -> one.name().equals(name) ? new Entry(name, one.identity(), locked) : one);
    }

    @Override
    public Optional<Identity> find(String name) {
        throw new UnsupportedOperationException("the pages do not ask for this");
    }

    @Override
    public List<Identity> list() {
        throw new UnsupportedOperationException("the pages do not ask for this");
    }

    @Override
    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}
