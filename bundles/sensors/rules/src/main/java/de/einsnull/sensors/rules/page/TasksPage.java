package de.einsnull.sensors.rules.page;

import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageNotice;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.rules.model.Task;
import de.einsnull.sensors.rules.store.TaskStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code arbeitsplatz/auftraege}: what is to be done, by team, and who did it. */
@Component(service = PortalPage.class)
@PageAt(path = TasksPage.PATH, access = Roles.STAFF)
public final class TasksPage implements PortalPage {

    private static final Logger LOG = LoggerFactory.getLogger(TasksPage.class);

    static final String PATH = "arbeitsplatz/auftraege";

    private static final int MOST_OPEN = 500;
    private static final int MOST_DONE = 30;

    private final TaskStore tasks;
    private final Accounts accounts;

    /**
     * Starts the page.
     *
     * @param tasks the tasks
     * @param accounts names of those who did them
     */
    @Activate
    public TasksPage(@Reference TaskStore tasks, @Reference Accounts accounts) {
        this.tasks = tasks;
        this.accounts = accounts;
    }

    /** A task for people; {@code doneAt} is null before. */
    public record View(
            long id,
            String team,
            String title,
            String detail,
            String path,
            Instant createdAt,
            Instant doneAt,
            String doneBy) {

        static View of(Task task, Map<String, String> names) {
            return new View(
                    task.id(),
                    task.team(),
                    task.title(),
                    task.detail(),
                    task.path(),
                    task.createdAt(),
                    task.doneAt().orElse(null),
                    names.getOrDefault(task.doneBy(), task.doneBy()));
        }
    }

    @Override
    public PageResponse handle(PageRequest request) throws SQLException {
        if (request.path().isEmpty()) {
            return list(request);
        }
        if (!request.isPost() || !request.path().matches("\\d{1,18}")) {
            return PageResponse.notFound();
        }
        boolean first =
                tasks.done(Long.parseLong(request.path()), request.identity().id());
        return new PageResponse.Redirect(PATH + "?" + (first ? Notice.DONE : Notice.GONE).query());
    }

    private PageResponse list(PageRequest request) throws SQLException {
        String team =
                request.parameter("team").filter(name -> name.length() <= 100).orElse("");
        var names = accounts.names(e -> LOG.warn("The names of accounts cannot be read; their ids are shown", e));
        List<View> open = tasks.open(team, MOST_OPEN).stream()
                .map(one -> View.of(one, names))
                .toList();
        return PageResponse.view(
                "tasks",
                "tasks.title",
                Map.of(
                        "notice", PageNotice.shown(request, Notice.values()),
                        "open", open,
                        "done",
                                tasks.done(MOST_DONE).stream()
                                        .map(one -> View.of(one, names))
                                        .toList(),
                        "teams", tasks.teams(),
                        "team", team));
    }
}
