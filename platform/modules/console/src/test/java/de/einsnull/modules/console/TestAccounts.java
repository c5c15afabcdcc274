package de.einsnull.modules.console;

import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.Identity;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts that can be read, unless their database is away. */
public final class TestAccounts {

    private final List<Accounts.Entry> entries = new ArrayList<>();
    private boolean away;

    /** An account whose id is {@code id-<name>}. */
    public TestAccounts add(String name, boolean locked, String... roles) {
        entries.add(new Accounts.Entry(name, new Identity("id-" + name, name, Set.of(roles)), locked));
        return this;
    }

    public void goAway() {
        away = true;
    }

    public Accounts service() {
        return (Accounts) Proxy.newProxyInstance(
                Accounts.class.getClassLoader(),
                new Class<?>[] {Accounts.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "entries" -> entries();
                    case "find" -> find((String) arguments[0]);
                    case "names" -> InvocationHandler.invokeDefault(self, method, arguments);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private List<Accounts.Entry> entries() {
        if (away) {
            throw new IllegalStateException("no database");
        }
        return entries;
    }

    private Optional<Identity> find(String name) {
        return entries().stream()
                .filter(entry -> entry.name().equals(name) && !entry.locked())
                .map(Accounts.Entry::identity)
                .findFirst();
    }
}
