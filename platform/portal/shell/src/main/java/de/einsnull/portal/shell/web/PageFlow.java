package de.einsnull.portal.shell.web;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.shell.contrib.Contributor;
import de.einsnull.portal.shell.contrib.Contributors;
import de.einsnull.portal.shell.contrib.Page;
import de.einsnull.portal.shell.contrib.Registry;
import de.einsnull.portal.shell.guard.BusyException;
import de.einsnull.portal.shell.guard.Lanes;
import de.einsnull.portal.shell.guard.Meters;
import de.einsnull.portal.shell.guard.TooLargeException;
import de.einsnull.portal.shell.pages.OwnPage;
import de.einsnull.portal.shell.pages.OwnPages;
import de.einsnull.portal.shell.render.PageState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a visit to an answer: finds the page, checks access and form token, lets the page answer, draws it. */
@Component(service = PageFlow.class)
public final class PageFlow {

    private static final Logger LOG = LoggerFactory.getLogger(PageFlow.class);
    static final Duration PAGE_LIMIT = Duration.ofSeconds(10);

    /** What is larger is not a page: a REST resource can stream it. */
    static final int LARGEST_CONTENT_IN_BYTES = 8 << 20;

    private final Registry registry;
    private final OwnPages pages;
    private final Contributor shell;
    private final Lanes lanes;
    private final Meters meters;
    private final Frame frame;
    private final ErrorPages errors;
    private final Duration limit;

    @Activate
    public PageFlow(
            @Reference Registry registry,
            @Reference OwnPages pages,
            @Reference Contributors contributors,
            @Reference Lanes lanes,
            @Reference Meters meters,
            @Reference Frame frame,
            @Reference ErrorPages errors) {
        this(registry, pages, contributors.shell(), lanes, meters, frame, errors, PAGE_LIMIT);
    }

    PageFlow(
            Registry registry,
            OwnPages pages,
            Contributor shell,
            Lanes lanes,
            Meters meters,
            Frame frame,
            ErrorPages errors,
            Duration limit) {
        this.registry = registry;
        this.pages = pages;
        this.shell = shell;
        this.lanes = lanes;
        this.meters = meters;
        this.frame = frame;
        this.errors = errors;
        this.limit = limit;
    }

    /** Answers a visit; never throws for what a page does. */
    public Answer answer(Visit visit) throws InterruptedException {
        // The shell's own pages stand exactly at their paths and cannot be replaced.
        var own = pages.at(visit.path());
        if (own.isPresent()) {
            var refusal = refuse(visit, own.get().access());
            return refusal.isPresent() ? refusal.get() : own(visit, own.get().page());
        }
        var contributed = registry.pageFor(visit.path());
        if (contributed.isPresent()) {
            var refusal = refuse(visit, contributed.get().access());
            return refusal.isPresent() ? refusal.get() : guarded(visit, contributed.get());
        }
        return registry.isDeparted(visit.path()) ? errors.unavailable(visit) : errors.page(visit, 404);
    }

    /** Longest form with files that this visitor may send to the page, in bytes; 0 if none. */
    long uploadLimit(Visit visit) {
        return pages.at(visit.path()).isPresent()
                ? 0
                : registry.pageFor(visit.path())
                        .filter(page -> visit.identity().meets(page.access()))
                        .map(Page::uploadLimit)
                        .orElse(0L);
    }

    private Optional<Answer> refuse(Visit visit, String access) {
        if (!visit.identity().meets(access)) {
            return Optional.of(visit.identity().isAnonymous() ? logIn(visit) : errors.page(visit, 403));
        }
        return visit.isPost() && !hasToken(visit) ? Optional.of(errors.formExpired(visit)) : Optional.empty();
    }

    private static Answer logIn(Visit visit) {
        String back = "/" + visit.language().tag() + "/" + visit.path() + query(visit);
        return Answer.redirect("/" + visit.language().tag() + "/anmelden?next=" + encode(back));
    }

    private static String query(Visit visit) {
        return visit.isPost() || visit.parameters().isEmpty()
                ? ""
                : visit.parameters().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(entry ->
                                entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean hasToken(Visit visit) {
        byte[] expected = visit.formToken().getBytes(StandardCharsets.UTF_8);
        byte[] sent = visit.parameter("csrf").getBytes(StandardCharsets.UTF_8);
        return expected.length > 0 && MessageDigest.isEqual(expected, sent);
    }

    private record Drawn(PageResponse response, String title, String html, PageState state) {}

    private Answer own(Visit visit, OwnPage page) throws InterruptedException {
        try {
            var state = new PageState(visit.language(), visit.token());
            return answer(visit, draw(visit, page.handle(request(visit, ""), state), shell, state));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.error("/{} cannot be shown (request {})", visit.path(), visit.requestId(), e);
            return errors.page(visit, 500);
        }
    }

    private Answer guarded(Visit visit, Page page) throws InterruptedException {
        String bundle = page.owner().name();
        long start = System.nanoTime();
        try {
            var call = lanes.start(bundle, page.page(), () -> {
                var response = page.page().handle(request(visit, page.below(visit.path())));
                return draw(visit, response, page.owner(), new PageState(visit.language(), visit.token()));
            });
            var drawn = finish(call, page);
            meters.drawn(bundle, Duration.ofNanos(System.nanoTime() - start));
            return answer(visit, drawn);
        } catch (InterruptedException e) {
            throw e;
        } catch (BusyException e) {
            failed(page, Meters.Cause.BUSY, e);
            LOG.warn("{} (request {})", e.getMessage(), visit.requestId());
            return errors.unavailable(visit);
        } catch (TimeoutException e) {
            failed(page, Meters.Cause.LATE, null);
            LOG.error("{} took longer than {} for /{} (request {})", bundle, limit, visit.path(), visit.requestId());
            return errors.unavailable(visit);
        } catch (Exception e) {
            LOG.error("{} cannot answer /{} (request {})", bundle, visit.path(), visit.requestId(), e);
            boolean stopped =
                    registry.pageFor(visit.path()).filter(page::equals).isEmpty();
            if (stopped) {
                return errors.unavailable(visit);
            }
            failed(page, e instanceof TooLargeException ? Meters.Cause.TOO_LARGE : Meters.Cause.THROWN, e);
            return errors.page(visit, 500);
        }
    }

    private Drawn finish(Lanes.Started<Drawn> call, Page page) throws Exception {
        try {
            return call.get(limit);
        } catch (TimeoutException e) {
            call.ifStuck(() -> failed(page, Meters.Cause.STUCK, null));
            throw e;
        }
    }

    /** Of the path only what the module has said itself: what follows may name a person. */
    private void failed(Page page, Meters.Cause cause, Throwable thrown) {
        meters.failed(page.owner(), cause, "page /" + page.path(), thrown);
    }

    private static PageRequest request(Visit visit, String below) {
        return new PageRequest(
                visit.method(), below, visit.language(), visit.identity(), visit.parameters(), visit.uploads());
    }

    private Drawn draw(Visit visit, PageResponse response, Contributor owner, PageState state) {
        if (response instanceof PageResponse.Content content && content.body().length > LARGEST_CONTENT_IN_BYTES) {
            throw new TooLargeException("An answer of " + content.body().length + " bytes is too large");
        }
        if (!(response instanceof PageResponse.View view)) {
            return new Drawn(response, "", "", state);
        }
        String title = owner.texts().plain(visit.language(), view.titleKey(), view.titleArguments());
        Map<String, Object> model = new HashMap<>(view.model());
        model.put("title", title);
        model.put("portal", frame.view(visit));
        return new Drawn(view, title, owner.templates().render(view.template(), model, state), state);
    }

    private Answer answer(Visit visit, Drawn drawn) {
        if (drawn.response() instanceof PageResponse.View view) {
            return frame.page(visit, view.status(), drawn.title(), drawn.html(), drawn.state());
        }
        if (drawn.response() instanceof PageResponse.Redirect redirect) {
            return Answer.redirect("/" + visit.language().tag() + "/" + redirect.path());
        }
        if (drawn.response() instanceof PageResponse.Content content) {
            var keeping = visit.identity().isAnonymous() ? Answer.Keeping.ASK : Answer.Keeping.NEVER;
            return new Answer(200, content.mediaType(), content.body(), keeping, true, Map.of());
        }
        return errors.page(visit, 404);
    }
}
