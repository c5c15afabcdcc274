package de.einsnull.bus.portal;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.BusGroups;
import de.einsnull.bus.api.DeadLetter;
import de.einsnull.bus.api.DeadLetters;
import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.Roles;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code verwaltung/nachrichten}: messages that could not be handled, to be seen, replayed and discarded. */
@Component(service = PortalPage.class)
@PageAt(path = LettersPage.PATH, access = Roles.ADMIN)
public final class LettersPage implements PortalPage {

    static final String PATH = "verwaltung/nachrichten";

    private static final Logger LOG = LoggerFactory.getLogger(LettersPage.class);
    private static final String ALL = "alle-zustellen";
    private static final Pattern ONE = Pattern.compile("([A-Za-z0-9._:-]{1,100})(?:/(zustellen|loeschen))?");

    private final DeadLetters letters;
    private final AuditTrail audit;
    private final LetterList list;
    private final ReplayAll replayAll;

    /**
     * Starts the page.
     *
     * @param groups knows the groups
     * @param letters knows the dead letters
     * @param audit is told what was done
     */
    @Activate
    public LettersPage(@Reference BusGroups groups, @Reference DeadLetters letters, @Reference AuditTrail audit) {
        this(groups, letters, audit, Clock.systemUTC());
    }

    LettersPage(BusGroups groups, DeadLetters letters, AuditTrail audit, Clock clock) {
        this.letters = letters;
        this.audit = audit;
        this.list = new LetterList(groups, letters);
        this.replayAll = new ReplayAll(letters, clock);
    }

    @Override
    public PageResponse handle(PageRequest request) {
        try {
            return answer(request);
        } catch (BusException e) {
            LOG.warn("Dead letters cannot be shown", e);
            return new PageResponse.View(
                    "away", "letters.title", new Object[0], Map.of("notice", Notice.shown(request)), 503);
        }
    }

    private PageResponse answer(PageRequest request) {
        if (request.path().isEmpty()) {
            return list.show(request);
        }
        if (request.path().equals(ALL)) {
            return request.isPost() ? replayAll(request) : confirmAll(request);
        }
        var one = ONE.matcher(request.path());
        if (!one.matches()) {
            return PageResponse.notFound();
        }
        String deed = one.group(2) == null ? "" : one.group(2);
        if (request.isPost()) {
            return switch (deed) {
                case "zustellen" -> handOver(request, one.group(1));
                case "loeschen" -> discard(request, one.group(1));
                default -> PageResponse.notFound();
            };
        }
        return letters.find(one.group(1))
                .map(letter -> show(request, letter, deed))
                .orElseGet(() -> toList(request, Notice.GONE, 1));
    }

    private static PageResponse show(PageRequest request, DeadLetter letter, String deed) {
        var model = new HashMap<String, Object>();
        model.put("letter", LetterRow.of(letter));
        model.put("detail", letter.detail() == null ? "" : letter.detail());
        model.put("attributes", new TreeMap<>(letter.message().attributes()));
        model.put("payload", Payload.of(letter.message().payload()));
        model.put("filter", LetterList.filter(LetterList.group(request)));
        model.put("group", LetterList.group(request).orElse(""));
        model.put("deed", deed);
        return deed.isEmpty()
                ? PageResponse.view("letter", "letter.title", model)
                : PageResponse.view("confirm", "letter." + deed + ".title", model);
    }

    private PageResponse confirmAll(PageRequest request) {
        var group = LetterList.group(request);
        return PageResponse.view(
                "confirm-all",
                "letters.all.title",
                Map.of(
                        "group", group.orElse(""),
                        "filter", LetterList.filter(group),
                        "count", letters.count(),
                        "most", ReplayAll.MOST));
    }

    private PageResponse handOver(PageRequest request, String id) {
        return done(request, "bus.letter.replayed", id, letters.replay(id), Notice.REPLAYED);
    }

    private PageResponse discard(PageRequest request, String id) {
        return done(request, "bus.letter.discarded", id, letters.discard(id), Notice.DISCARDED);
    }

    private PageResponse done(PageRequest request, String action, String id, boolean found, Notice notice) {
        if (found) {
            audit.record(request.identity().id(), action, id, true);
        }
        return toList(request, found ? notice : Notice.GONE, 1);
    }

    private PageResponse replayAll(PageRequest request) {
        var group = LetterList.group(request);
        var outcome = replayAll.run(group);
        audit.record(
                request.identity().id(),
                "bus.letters.replayed",
                group.orElse("*") + ": " + outcome.replayed(),
                outcome.complete());
        return toList(request, notice(outcome), outcome.replayed());
    }

    private static Notice notice(ReplayAll.Outcome outcome) {
        if (!outcome.complete()) {
            return Notice.STOPPED;
        }
        return outcome.replayed() == 0 ? Notice.NOTHING : Notice.REPLAYED;
    }

    private static PageResponse toList(PageRequest request, Notice notice, int count) {
        return new PageResponse.Redirect(
                PATH + "?" + LetterList.filter(LetterList.group(request)) + notice.query(count));
    }
}
