package de.einsnull.search.core;

import de.einsnull.search.core.index.IndexFailedException;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns when something cannot be found. The platform is ready without the search. */
@Component(property = {"hc.name=Search", "hc.tags=search"})
public final class SearchHealth implements HealthCheck {

    private final SearchService search;

    /** Asks this search. */
    @Activate
    public SearchHealth(@Reference SearchService search) {
        this.search = search;
    }

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        var opening = search.opening();
        if (!opening.isOpen()) {
            if (opening.problem().isEmpty()) {
                log.info("The index is being opened.");
            } else {
                log.warn(
                        "The index cannot be opened: {}. Look at the free space and the rights of data/search; it is tried"
                                + " again every ten seconds. The folder may be deleted: it is filled anew.",
                        opening.problem());
            }
            return new Result(log);
        }
        check(opening.engine(), log);
        return new Result(log);
    }

    private static void check(Engine engine, FormattingResultLog log) {
        engine.problems()
                .forEach((type, problem) -> log.warn(
                        "{} is not up to date: {}. What is known of it can still be found; it is read again by itself. If the disk"
                                + " is full, free some space; else look at the module's own health.",
                        type,
                        problem));
        try {
            log.info("{} documents.", engine.size());
        } catch (IndexFailedException e) {
            log.warn("{}. If it stays so, delete data/search and restart: the index is filled anew.", e.getMessage());
        }
        if (engine.isRebuilding()) {
            log.info("Everything is read into a new index; the old one answers until then.");
        } else if (!engine.keeper().isComplete()) {
            log.info("The index is being filled; some documents cannot be found yet.");
        }
    }
}
