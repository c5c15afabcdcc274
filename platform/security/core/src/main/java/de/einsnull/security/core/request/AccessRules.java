package de.einsnull.security.core.request;

import de.einsnull.security.api.Access;
import jakarta.servlet.http.HttpServletMapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * What each servlet and resource of the whiteboard states about itself, by its pattern. Where several have the same
 * pattern, the one of the highest service ranking serves the request, so its statement counts.
 */
@Component(service = AccessRules.class)
public final class AccessRules implements ServiceTrackerCustomizer<Object, ServiceReference<Object>> {

    private static final String FILTER = "(|(" + HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN + "=*)("
            + HttpWhiteboardConstants.HTTP_WHITEBOARD_RESOURCE_PATTERN + "=*))";

    private final BundleContext context;
    private final TreeSet<ServiceReference<Object>> references = new TreeSet<>(Collections.reverseOrder());
    private final ServiceTracker<Object, ServiceReference<Object>> tracker;
    private volatile Map<String, List<AccessRule>> byPattern = Map.of();

    @Activate
    public AccessRules(BundleContext context) throws InvalidSyntaxException {
        this.context = context;
        tracker = new ServiceTracker<>(context, context.createFilter(FILTER), this);
        tracker.open(true);
    }

    @Deactivate
    void stop() {
        tracker.close();
    }

    /** The rule of the servlet that serves a request, empty if it states none. */
    Optional<AccessRule> of(HttpServletMapping mapping) {
        if (!byPattern.containsKey(mapping.getPattern())) {
            // The whiteboard may have heard of a new servlet a moment before this tracker does.
            lookAgain();
        }
        return byPattern.getOrDefault(mapping.getPattern(), List.of()).stream()
                .filter(rule -> rule.name().isEmpty() || rule.name().equals(mapping.getServletName()))
                .findFirst()
                .filter(rule -> !rule.access().isEmpty());
    }

    @SuppressWarnings("unchecked")
    private void lookAgain() {
        try {
            var registered = context.getAllServiceReferences(null, FILTER);
            if (registered != null) {
                change(() ->
                        Arrays.stream(registered).forEach(found -> references.add((ServiceReference<Object>) found)));
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("The constant filter is valid", e);
        }
    }

    @Override
    public ServiceReference<Object> addingService(ServiceReference<Object> reference) {
        change(() -> references.add(reference));
        return reference;
    }

    @Override
    public void modifiedService(ServiceReference<Object> reference, ServiceReference<Object> same) {
        // The order of the set depends on a property, so the reference may stand in the wrong place.
        change(() -> {
            references.removeIf(reference::equals);
            references.add(reference);
        });
    }

    @Override
    public void removedService(ServiceReference<Object> reference, ServiceReference<Object> same) {
        change(() -> references.removeIf(reference::equals));
    }

    private synchronized void change(Runnable change) {
        change.run();
        var rules = new HashMap<String, List<AccessRule>>();
        for (var reference : references) {
            var rule = rule(reference);
            patterns(reference).forEach(pattern -> rules.computeIfAbsent(pattern, key -> new ArrayList<>())
                    .add(rule));
        }
        byPattern = Map.copyOf(rules);
    }

    private static AccessRule rule(ServiceReference<?> reference) {
        var name = reference.getProperty(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME);
        var access = reference.getProperty(Access.PROPERTY);
        var limit = reference.getProperty(Access.BODY_LIMIT);
        return new AccessRule(
                name == null ? "" : name.toString(),
                access == null ? "" : access.toString().strip(),
                limit instanceof Number number ? Optional.of(number.longValue()) : Optional.empty(),
                Access.SELF_CHECKED.equals(reference.getProperty(Access.UPLOADS)),
                reference.getBundle() + " service " + reference.getProperty(Constants.SERVICE_ID));
    }

    private static List<String> patterns(ServiceReference<?> reference) {
        var patterns = new ArrayList<String>();
        patterns.addAll(texts(reference.getProperty(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN)));
        patterns.addAll(texts(reference.getProperty(HttpWhiteboardConstants.HTTP_WHITEBOARD_RESOURCE_PATTERN)));
        return patterns;
    }

    private static List<String> texts(Object value) {
        if (value instanceof String text) {
            return List.of(text);
        }
        if (value instanceof String[] array) {
            return Arrays.asList(array);
        }
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of();
    }
}
