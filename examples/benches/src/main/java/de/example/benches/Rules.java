package de.example.benches;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The rules as city IT has set them. When they change, this component and all that use it start anew. */
@Component(service = Rules.class, configurationPid = Rules.PID)
@Designate(ocd = Settings.class)
public final class Rules {

    static final String PID = "de.example.benches";

    private final int mostForOne;

    @Activate
    public Rules(Settings settings) {
        mostForOne = settings.mostForOne();
    }

    int mostForOne() {
        return mostForOne;
    }
}
