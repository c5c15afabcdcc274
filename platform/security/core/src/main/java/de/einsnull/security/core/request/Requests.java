package de.einsnull.security.core.request;

import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Identity;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Knows which request a thread is handling. */
@Component
public final class Requests implements CurrentRequest {

    private static final ThreadLocal<RequestState> CURRENT = new ThreadLocal<>();

    static Optional<RequestState> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    static void enter(RequestState state) {
        CURRENT.set(state);
    }

    static void leave() {
        CURRENT.remove();
    }

    @Override
    public Identity identity() {
        return current().map(state -> state.who().identity()).orElse(Identity.ANONYMOUS);
    }

    @Override
    public String csrfToken() {
        return current().map(RequestState::csrfToken).orElse("");
    }

    @Override
    public String requestId() {
        return current().map(RequestState::id).orElse("");
    }
}
