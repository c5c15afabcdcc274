package de.einsnull.security.core.request;

import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Identity;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.osgi.service.component.annotations.Component;
import org.slf4j.MDC;

/** Knows which request a thread is handling. */
@Component
public final class Requests implements CurrentRequest {

    private static final String ID_IN_LOG = "request";
    private static final ThreadLocal<RequestState> CURRENT = new ThreadLocal<>();

    static Optional<RequestState> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** From now on, until {@link #leave}, the thread works for a request, and its log lines carry the number. */
    static void enter(RequestState state) {
        CURRENT.set(state);
        MDC.put(ID_IN_LOG, state.id());
    }

    static void leave() {
        MDC.remove(ID_IN_LOG);
        CURRENT.remove();
    }

    @Override
    public <T> Callable<T> carry(Callable<T> task) {
        var state = CURRENT.get();
        return state == null ? task : () -> within(state, task);
    }

    private static <T> T within(RequestState state, Callable<T> task) throws Exception {
        var before = CURRENT.get();
        enter(state);
        try {
            return task.call();
        } finally {
            leave();
            if (before != null) {
                enter(before);
            }
        }
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
