package de.einsnull.sensors.rules.page;

import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageNotice;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
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

/** {@code arbeitsplatz/auftraege}: what is to be done, by team, and who did it. */
@Component(service = PortalPage.class)
@PageAt(path = TasksPage.PATH, access = Roles.STAFF)
public final class TasksPage implements PortalPage {

    static final String PATH = "arbeitsplatz/auftraege";

    private static final int MOST_OPEN = 500;
    private static final int MOST_DONE = 30;

    private final TaskStore tasks;

    /**
     * Starts the page.
     *
     * @param tasks the tasks
     */
    @Activate
    public TasksPage(@Reference TaskStore tasks) {
        this.tasks = tasks;
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

        static View of(Task task) {
            return new View(
                    task.id(),
                    task.team(),
                    task.title(),
                    task.detail(),
                    task.path(),
                    task.createdAt(),
                    task.doneAt().orElse(null),
                    task.doneBy());
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
        List<View> open = tasks.open(team, MOST_OPEN).stream().map(View::of).toList();
        return PageResponse.view(
                "tasks",
                "tasks.title",
                Map.of(
                        "notice", PageNotice.shown(request, Notice.values()),
                        "open", open,
                        "done", tasks.done(MOST_DONE).stream().map(View::of).toList(),
                        "teams", tasks.teams(),
                        "team", team));
    }
}
