package de.einsnull.security.portal;

import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Access;
import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.Accounts.TooManyAttempts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People change their own password. Afterwards they are logged out everywhere and log in with the new one. */
@Component
@PageAt(path = PasswordPage.PATH, access = Access.AUTHENTICATED)
public final class PasswordPage implements PortalPage {

    static final String PATH = "konto/passwort";
    private static final int MAX_PASSWORD_CHARS = 1_000;
    private static final String CURRENT = "current";
    private static final String NEXT = "next";
    private static final String REPEAT = "repeat";

    private final Accounts accounts;
    private final Words words;

    @Activate
    public PasswordPage(@Reference Accounts accounts, @Reference Words words) {
        this.accounts = accounts;
        this.words = words;
    }

    @Override
    public PageResponse handle(PageRequest request) {
        if (!request.path().isEmpty()) {
            return PageResponse.notFound();
        }
        var name = accounts.entries().stream()
                .filter(account ->
                        account.identity().id().equals(request.identity().id()))
                .map(Accounts.Entry::name)
                .findFirst();
        if (name.isEmpty()) {
            return PageResponse.notFound();
        }
        if (!request.isPost()) {
            return form(request, name.get(), Map.of());
        }
        var errors = check(request);
        if (errors.isEmpty()) {
            errors = change(request, name.get());
        }
        return errors.isEmpty()
                ? new PageResponse.Redirect("anmelden?hinweis=passwort")
                : form(request, name.get(), errors);
    }

    private PageResponse form(PageRequest request, String name, Map<String, String> errors) {
        Map<String, Object> model = Map.of(
                "name", name, "min", Accounts.MIN_PASSWORD_CHARS, "errors", words.errors(request.language(), errors));
        return Forms.view("password", "password.title", model, errors.isEmpty() ? 200 : Forms.FAULTY);
    }

    private static Map<String, String> check(PageRequest request) {
        var errors = new LinkedHashMap<String, String>();
        var current = Forms.secret(request, CURRENT);
        var next = Forms.secret(request, NEXT);
        if (current.isEmpty()) {
            errors.put(CURRENT, "password.error.current");
        }
        if (next.length() < Accounts.MIN_PASSWORD_CHARS) {
            errors.put(NEXT, "password.error.short");
        } else if (next.length() > MAX_PASSWORD_CHARS) {
            errors.put(NEXT, "password.error.long");
        } else if (next.equals(current)) {
            errors.put(NEXT, "password.error.same");
        }
        if (!next.equals(Forms.secret(request, REPEAT))) {
            errors.put(REPEAT, "password.error.repeat");
        }
        return errors;
    }

    private Map<String, String> change(PageRequest request, String name) {
        var current = Forms.secret(request, CURRENT).toCharArray();
        var next = Forms.secret(request, NEXT).toCharArray();
        try {
            return accounts.changePassword(name, current, next) ? Map.of() : Map.of(CURRENT, "password.error.wrong");
        } catch (TooManyAttempts e) {
            return Map.of(CURRENT, "password.error.rate");
        }
    }
}
