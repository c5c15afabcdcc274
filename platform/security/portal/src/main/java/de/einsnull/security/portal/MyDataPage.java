package de.einsnull.security.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Access;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.PersonalData;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People see, download and erase what all modules keep about them (GDPR Art. 15, 17, 20). */
@Component
@PageAt(path = MyDataPage.PATH, access = Access.AUTHENTICATED)
public final class MyDataPage implements PortalPage {

    static final String PATH = "konto/meine-daten";
    static final String EXPORT = "meine-daten.json";
    static final String ERASE = "loeschen";

    private static final String SOURCE = "quelle";
    private static final int UNAVAILABLE = 503;

    private final PersonalDataSources sources;
    private final AuditTrail audit;
    private final Clock clock;

    /** A part as the page shows it. */
    public record Found(String source, PersonalData data) {}

    @Activate
    public MyDataPage(@Reference PersonalDataSources sources, @Reference AuditTrail audit) {
        this(sources, audit, Clock.systemUTC());
    }

    MyDataPage(PersonalDataSources sources, AuditTrail audit, Clock clock) {
        this.sources = sources;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public PageResponse handle(PageRequest request) throws JsonProcessingException {
        return switch (request.path()) {
            case "" -> show(request);
            case EXPORT -> export(request);
            case ERASE -> request.isPost() ? erase(request) : ask(request);
            default -> PageResponse.notFound();
        };
    }

    private PageResponse show(PageRequest request) {
        var parts = sources.of(request.identity(), request.language());
        var found = new ArrayList<Found>();
        var missing = new ArrayList<String>();
        parts.forEach(part -> part.data()
                .ifPresentOrElse(data -> found.add(new Found(part.source(), data)), () -> missing.add(part.source())));
        return PageResponse.view("my-data", "mydata.title", Map.of("parts", found, "missing", missing));
    }

    private PageResponse export(PageRequest request) throws JsonProcessingException {
        var parts = sources.of(request.identity(), request.language());
        boolean complete = parts.stream().allMatch(part -> part.data().isPresent());
        var body = MyDataFile.of(request.identity(), parts, clock.instant(), request.language());
        audit.record(request.identity().id(), "personal-data.exported", "", complete);
        return new PageResponse.Content("application/json;charset=utf-8", body);
    }

    private PageResponse ask(PageRequest request) {
        if (request.parameter(SOURCE).isEmpty()) {
            return new PageResponse.Redirect(PATH);
        }
        return sources.of(request.parameter(SOURCE).orElse(""), request.identity(), request.language())
                .flatMap(part -> part.data().map(data -> new Found(part.source(), data)))
                .map(part -> PageResponse.view("my-data-ask", "mydata.erase.title", Map.of("part", part)))
                .orElse(PageResponse.notFound());
    }

    private PageResponse erase(PageRequest request) {
        String id = request.parameter(SOURCE).orElse("");
        if (sources.of(id, request.identity(), request.language()).isEmpty()) {
            return PageResponse.notFound();
        }
        var result = sources.erase(id, request.identity(), request.language());
        audit.record(request.identity().id(), "personal-data.erased", id, result.isPresent());
        Map<String, Object> model = result.<Map<String, Object>>map(done ->
                        Map.of("failed", false, "erased", done.erased(), "kept", done.kept(), "reason", done.reason()))
                .orElse(Map.of("failed", true));
        return Forms.view("my-data-erased", "mydata.erased.title", model, result.isPresent() ? 200 : UNAVAILABLE);
    }
}
