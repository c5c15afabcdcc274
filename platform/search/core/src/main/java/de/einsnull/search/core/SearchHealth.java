package de.einsnull.search.core;

import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.CheckWords;
import de.einsnull.search.core.index.IndexFailedException;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns when something cannot be found. The platform is ready without the search. */
@Component(property = {"hc.name=Search", "hc.tags=search"})
public final class SearchHealth implements HealthCheck {

    private static final CheckWords WORDS = CheckWords.of(SearchHealth.class);

    private final SearchService search;

    /** Asks this search. */
    @Activate
    public SearchHealth(@Reference SearchService search) {
        this.search = search;
    }

    @Override
    public Result execute() {
        var log = new CheckLog(WORDS);
        var opening = search.opening();
        if (!opening.isOpen()) {
            if (opening.problem().isEmpty()) {
                log.good("check.opening");
            } else {
                log.warn("check.closed", opening.problem());
            }
            return log.result();
        }
        check(opening.engine(), log);
        return log.result();
    }

    private static void check(Engine engine, CheckLog log) {
        engine.problems().forEach((type, problem) -> log.warn("check.behind", type, problem));
        try {
            log.good("check.documents", engine.size());
        } catch (IndexFailedException e) {
            log.warn("check.broken", e.getMessage());
        }
        if (engine.isRebuilding()) {
            log.good("check.rebuilding");
        } else if (!engine.keeper().isComplete()) {
            log.good("check.filling");
        }
    }
}
