package de.einsnull.modules.portal;

import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.Identity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts with one person, called Kim. The pages only read. */
final class OneAccount implements Accounts {

    @Override
    public List<Entry> entries() {
        return List.of(new Entry("Kim", new Identity("id-1", "Kim Beispiel", Set.of()), false));
    }

    @Override
    public Identity create(String name, String displayName, char[] password, Set<String> roles) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setPassword(String name, char[] password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean changePassword(String name, char[] current, char[] next) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLocked(String name, boolean locked) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Identity> find(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Identity> list() {
        throw new UnsupportedOperationException();
    }
}
