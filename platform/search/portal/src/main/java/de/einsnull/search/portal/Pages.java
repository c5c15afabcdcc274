package de.einsnull.search.portal;

import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.MenuEntry;
import de.einsnull.search.api.SearchSource;
import de.einsnull.search.api.Searchable;
import de.einsnull.search.portal.PagesSource.Entry;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the pages of the menus be found. They are read again when an entry comes or goes. */
@Component(service = {})
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"de.einsnull.search.api.SearchSource\"",
        effective = "active")
public final class Pages {

    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

    private final Map<ServiceReference<MenuEntry>, Entry> entries = new ConcurrentSkipListMap<>();
    private final ServiceRegistration<SearchSource> registration;
    private boolean closed;

    /**
     * Registers the source.
     *
     * @param context of this bundle
     */
    @Activate
    public Pages(BundleContext context) {
        registration = context.registerService(SearchSource.class, new PagesSource(this::inOrder), properties());
    }

    private List<Entry> inOrder() {
        return List.copyOf(entries.values());
    }

    private Hashtable<String, Object> properties() {
        var properties = new Hashtable<String, Object>();
        properties.put(Searchable.PREFIX_ + "type", PagesSource.TYPE);
        properties.put(Searchable.PREFIX_ + "titleKey", "search.type.page");
        properties.put(Searchable.PREFIX_ + "icon", "home");
        properties.put(Searchable.PREFIX_ + "version", version());
        return properties;
    }

    /** Changes with each entry and with each module that has one. */
    private String version() {
        return Integer.toHexString(entries.values().stream()
                .map(entry -> entry.entry() + entry.module())
                .sorted()
                .collect(Collectors.joining())
                .hashCode());
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addEntry(MenuEntry entry, ServiceReference<MenuEntry> reference) {
        try {
            var bundle = reference.getBundle();
            String module = bundle.getSymbolicName() + " " + bundle.getLastModified();
            entries.put(reference, new Entry(entry, new BundleTexts(bundle::getEntry), module));
            changed();
        } catch (RuntimeException e) {
            LOG.warn("{} of {} is not searched: its texts cannot be read", entry.path(), reference.getBundle(), e);
        }
    }

    void removeEntry(ServiceReference<MenuEntry> reference) {
        entries.remove(reference);
        changed();
    }

    private synchronized void changed() {
        if (!closed) {
            registration.setProperties(properties());
        }
    }

    @Deactivate
    synchronized void close() {
        closed = true;
        registration.unregister();
    }
}
