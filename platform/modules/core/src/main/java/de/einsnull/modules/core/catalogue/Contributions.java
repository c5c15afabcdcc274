package de.einsnull.modules.core.catalogue;

import de.einsnull.modules.api.ModuleDetails.Contribution;
import de.einsnull.modules.api.ModuleDetails.Kind;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MapLayer;
import de.einsnull.portal.api.MenuEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** What the bundles of a module add to the platform now: their services, and components that wait for their settings. */
public final class Contributions {

    private static final String SCHEMA_HEADER = "EinsNull-Schema";

    private final BundleContext context;
    private final ServiceComponentRuntime runtime;

    public Contributions(BundleContext context, ServiceComponentRuntime runtime) {
        this.context = context;
        this.runtime = runtime;
    }

    /** Everything, each once, ordered by kind and name; titles in the language, or in German where it lacks them. */
    public List<Contribution> of(Collection<Bundle> bundles, Language language) {
        var found = new ArrayList<Contribution>();
        for (Bundle bundle : bundles) {
            ServiceReference<?>[] services = bundle.getRegisteredServices();
            for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
                for (String type : (String[]) service.getProperty(Constants.OBJECTCLASS)) {
                    contribution(bundle, service, type, language).ifPresent(found::add);
                }
            }
            Optional.ofNullable(bundle.getHeaders("").get(SCHEMA_HEADER))
                    .ifPresent(schema -> found.add(new Contribution(Kind.SCHEMA, schema, "", "")));
            runtime.getComponentDescriptionDTOs(bundle).forEach(component -> waiting(component, found));
        }
        return found.stream()
                .map(one -> titled(one, found))
                .distinct()
                .sorted(Comparator.comparing(Contribution::kind).thenComparing(Contribution::name))
                .toList();
    }

    /** A page is called like the entry of the menu that leads to it. */
    private static Contribution titled(Contribution one, List<Contribution> all) {
        if (one.kind() != Kind.PAGE) {
            return one;
        }
        return all.stream()
                .filter(other -> other.kind() == Kind.MENU && other.name().equals(one.name()))
                .findFirst()
                .map(menu -> new Contribution(Kind.PAGE, one.name(), menu.title(), one.access()))
                .orElse(one);
    }

    private Optional<Contribution> contribution(
            Bundle bundle, ServiceReference<?> service, String type, Language language) {
        Optional<ServiceKinds> kind = ServiceKinds.of(type);
        if (kind.isEmpty()) {
            return ServiceKinds.isTechnical(type)
                    ? Optional.empty()
                    : Optional.of(new Contribution(Kind.SERVICE, type, "", ""));
        }
        return switch (kind.get()) {
            case MENU -> with(
                    service,
                    object -> object instanceof MenuEntry entry
                            ? new Contribution(
                                    Kind.MENU,
                                    entry.path(),
                                    Texts.of(bundle, language, entry.titleKey()),
                                    entry.access())
                            : null);
            case MAP_LAYER -> with(
                    service,
                    object -> object instanceof MapLayer layer
                            ? new Contribution(
                                    Kind.MAP_LAYER,
                                    layer.id(),
                                    Texts.of(bundle, language, layer.titleKey()),
                                    layer.access())
                            : null);
            default -> Optional.of(described(kind.get(), service::getProperty));
        };
    }

    private static Contribution described(ServiceKinds kind, Function<String, Object> properties) {
        return new Contribution(
                kind.kind(),
                text(properties, kind.nameProperty()),
                text(properties, kind.titleProperty()),
                text(properties, kind.accessProperty()));
    }

    private static String text(Function<String, Object> properties, String key) {
        Object value = key.isEmpty() ? null : properties.apply(key);
        if (value instanceof Object[] several) {
            return Arrays.stream(several).map(String::valueOf).collect(Collectors.joining(", "));
        }
        return value == null ? "" : value.toString();
    }

    private Optional<Contribution> with(ServiceReference<?> service, Function<Object, Contribution> reader) {
        Object object = context.getService(service);
        if (object == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(reader.apply(object));
        } finally {
            context.ungetService(service);
        }
    }

    /** A driver is a contribution before anybody has made the settings of its first instance. */
    private void waiting(ComponentDescriptionDTO component, List<Contribution> found) {
        if (!"require".equals(component.configurationPolicy)
                || !runtime.getComponentConfigurationDTOs(component).isEmpty()) {
            return;
        }
        Map<String, Object> properties = component.properties;
        for (String type : component.serviceInterfaces) {
            ServiceKinds.of(type).ifPresent(kind -> {
                String name = kind.nameProperty().equals("component.name")
                        ? component.name
                        : text(properties::get, kind.nameProperty());
                found.add(new Contribution(kind.kind(), name, "", ""));
            });
        }
    }
}
