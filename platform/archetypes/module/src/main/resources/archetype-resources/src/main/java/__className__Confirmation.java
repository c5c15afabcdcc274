package ${package};

import de.einsnull.bus.api.CityEvent;
import de.einsnull.bus.api.EventSubscriber;
import de.einsnull.bus.api.SubscribesTo;
import java.sql.SQLException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hears the event from the bus. Another module would do it in the same way. */
@Component
@SubscribesTo(types = ${className}Store.EVENT, group = ${className}Confirmation.GROUP)
public final class ${className}Confirmation implements EventSubscriber {

    static final String GROUP = "${area}.confirmation";

    private final ${className}Store store;

    @Activate
    public ${className}Confirmation(@Reference ${className}Store store) {
        this.store = store;
    }

    @Override
    public void onEvent(CityEvent event) throws SQLException {
        store.confirm(GROUP, event);
    }
}
