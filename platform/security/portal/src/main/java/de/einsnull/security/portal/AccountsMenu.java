package de.einsnull.security.portal;

import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.MenuEntry.Place;
import de.einsnull.security.api.Roles;
import java.util.List;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Puts accounts and audit trail into the administration while this bundle runs. */
@Component(service = {})
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"de.einsnull.portal.api.MenuEntry\"",
        effective = "active")
public final class AccountsMenu {

    private final List<ServiceRegistration<MenuEntry>> registrations;

    /** Registers the entries. */
    @Activate
    public AccountsMenu(BundleContext context) {
        registrations = List.of(
                context.registerService(
                        MenuEntry.class, entry(400, AccountsPage.PATH, "accounts.title", "people"), null),
                context.registerService(MenuEntry.class, entry(500, AuditPage.PATH, "audit.title", "shield"), null));
    }

    private static MenuEntry entry(int order, String path, String titleKey, String icon) {
        return new MenuEntry(Place.ADMIN, order, path, titleKey, icon, Roles.ADMIN);
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
