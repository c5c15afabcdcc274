package de.einsnull.security.portal;

import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.Accounts.Entry;
import de.einsnull.security.api.Roles;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** City IT manages the accounts: the list, and forms below it that ask before anything changes. */
@Component
@PageAt(path = AccountsPage.PATH, access = Roles.ADMIN)
public final class AccountsPage implements PortalPage {

    static final String PATH = "verwaltung/konten";
    private static final Set<String> NOTES = Set.of("locked", "unlocked");

    private final Accounts accounts;
    private final InitialPasswords passwords;
    private final Words words;

    @Activate
    public AccountsPage(@Reference Accounts accounts, @Reference InitialPasswords passwords, @Reference Words words) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.words = words;
    }

    @Override
    public PageResponse handle(PageRequest request) {
        if (request.path().isEmpty()) {
            return list(request);
        }
        if ("neu".equals(request.path())) {
            return request.isPost() ? create(request) : form(request, NewAccount.EMPTY, Map.of());
        }
        var parts = request.path().split("/", -1);
        var account = accounts.entries().stream()
                .filter(one -> parts.length == 2 && one.name().equals(parts[0]))
                .findFirst();
        return account.isPresent() ? change(request, account.get(), parts[1]) : PageResponse.notFound();
    }

    private PageResponse list(PageRequest request) {
        var viewer = request.identity().id();
        var rows = accounts.entries().stream()
                .map(account -> AccountView.of(account, viewer))
                .toList();
        var note = request.parameter("hinweis").filter(NOTES::contains).orElse("");
        return PageResponse.view("accounts", "accounts.title", Map.of("accounts", rows, "note", note));
    }

    private PageResponse form(PageRequest request, NewAccount form, Map<String, String> errors) {
        Map<String, Object> model = Map.of("form", form, "errors", words.errors(request.language(), errors));
        return Forms.view("account-new", "accounts.new", model, errors.isEmpty() ? 200 : Forms.FAULTY);
    }

    private PageResponse create(PageRequest request) {
        var form = NewAccount.of(request);
        var taken = accounts.entries().stream().map(Entry::name).collect(Collectors.toSet());
        var errors = form.errors(taken);
        if (!errors.isEmpty()) {
            return form(request, form, errors);
        }
        var password = passwords.next();
        accounts.create(form.name(), form.displayName(), password.toCharArray(), form.roles());
        return created(form.name(), password, "accounts.created");
    }

    /**
     * The password is part of this answer and of nothing else: no page behind a redirection has to keep it, and what comes
     * to somebody who is logged in is never stored by browsers.
     */
    private static PageResponse created(String name, String password, String titleKey) {
        return PageResponse.view("account-password", titleKey, Map.of("name", name, "password", password));
    }

    private PageResponse change(PageRequest request, Entry account, String action) {
        var own = account.identity().id().equals(request.identity().id());
        return switch (action) {
            case "passwort" -> own ? new PageResponse.Redirect(PasswordPage.PATH) : reset(request, account);
            case "sperren" -> lock(request, account, own);
            case "entsperren" -> request.isPost() ? unlock(account) : ask(account, "unlock", "");
            default -> PageResponse.notFound();
        };
    }

    private PageResponse reset(PageRequest request, Entry account) {
        if (!request.isPost()) {
            return ask(account, "reset", "");
        }
        var password = passwords.next();
        accounts.setPassword(account.name(), password.toCharArray());
        return created(account.name(), password, "accounts.reset.done");
    }

    private PageResponse lock(PageRequest request, Entry account, boolean own) {
        var refusal = own ? "own" : isLastAdmin(account) ? "last" : "";
        if (!request.isPost() || !refusal.isEmpty()) {
            return ask(account, "lock", refusal);
        }
        accounts.setLocked(account.name(), true);
        return new PageResponse.Redirect(PATH + "?hinweis=locked");
    }

    private PageResponse unlock(Entry account) {
        accounts.setLocked(account.name(), false);
        return new PageResponse.Redirect(PATH + "?hinweis=unlocked");
    }

    private boolean isLastAdmin(Entry account) {
        return account.identity().meets(Roles.ADMIN)
                && accounts.entries().stream()
                        .filter(other -> !other.name().equals(account.name()))
                        .noneMatch(other -> other.identity().meets(Roles.ADMIN) && !other.locked());
    }

    private static PageResponse ask(Entry account, String action, String refusal) {
        Map<String, Object> model = Map.of(
                "name",
                account.name(),
                "displayName",
                account.identity().displayName(),
                "action",
                action,
                "refusal",
                refusal);
        return Forms.view(
                "account-ask", "accounts." + action + ".title", model, refusal.isEmpty() ? 200 : Forms.FAULTY);
    }
}
