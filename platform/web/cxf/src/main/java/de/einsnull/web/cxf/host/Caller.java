package de.einsnull.web.cxf.host;

import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Identity;
import java.util.concurrent.atomic.AtomicReference;

/** Who is asking on the calling thread; nobody while the security module is away, so that nothing opens up by that. */
final class Caller {

    private final AtomicReference<CurrentRequest> current = new AtomicReference<>();

    void set(CurrentRequest request) {
        current.set(request);
    }

    void unset(CurrentRequest request) {
        current.compareAndSet(request, null);
    }

    Identity identity() {
        var request = current.get();
        return request == null ? Identity.ANONYMOUS : request.identity();
    }

    String requestId() {
        var request = current.get();
        return request == null ? "" : request.requestId();
    }
}
