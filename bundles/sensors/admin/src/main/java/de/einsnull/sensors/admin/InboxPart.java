package de.einsnull.sensors.admin;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.sensors.api.DiscoveryInbox;
import de.einsnull.sensors.api.SensorDataException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Devices that were heard or found: city IT lets drivers look for them, and ignores those of others. */
final class InboxPart {

    private static final Logger LOG = LoggerFactory.getLogger(InboxPart.class);
    private static final int MOST = 50;

    private final DiscoveryInbox inbox;

    InboxPart(DiscoveryInbox inbox) {
        this.inbox = inbox;
    }

    /** What the page shows; throws if the database is away. */
    Map<String, Object> shown() {
        return Map.of("unknown", inbox.finds(false, MOST), "ignored", inbox.finds(true, MOST));
    }

    PageResponse scan(String instance) {
        return DevicesPage.toOverview(inbox.scan(instance) ? Notice.SEARCHING : Notice.BUSY);
    }

    PageResponse ignore(PageRequest request, boolean ignored) {
        var instance = request.parameter("instanz").orElse("");
        var device = request.parameter("geraet").orElse("");
        try {
            boolean there =
                    inbox.ignore(instance, device, ignored, request.identity().id());
            return DevicesPage.toOverview(!there ? Notice.GONE : ignored ? Notice.IGNORED : Notice.WANTED);
        } catch (SensorDataException e) {
            LOG.warn("What city IT thinks of a device could not be kept", e);
            return DevicesPage.toOverview(Notice.AWAY);
        }
    }
}
