package de.einsnull.bus.artemis.component;

import de.einsnull.bus.artemis.broker.DoorUser;
import de.einsnull.bus.artemis.broker.DoorUsers;
import de.einsnull.bus.artemis.settings.UserConfig;
import de.einsnull.security.api.Secrets;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** An account at the doors, one for each configuration. */
@Component(
        service = {},
        immediate = true,
        configurationPid = UserConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = UserConfig.class, factory = true)
public final class BusUserComponent {

    private final DoorUsers users;
    private final DoorUser user;

    /**
     * Adds the account.
     *
     * @param config the account
     * @param users where to
     * @param secrets keeps its password
     * @throws IOException if its password is to be generated and cannot be kept
     */
    @Activate
    public BusUserComponent(UserConfig config, @Reference DoorUsers users, @Reference Secrets secrets)
            throws IOException {
        this.users = users;
        var password = config.password().isEmpty() ? secrets.readOrCreate("mqtt-" + config.name()) : config.password();
        this.user = new DoorUser(
                config.name(), password, split(config.publish()), split(config.subscribe()), config.internal());
        users.put(user);
    }

    /** In a configuration file a list is one text with commas. */
    private static List<String> split(String[] values) {
        return Arrays.stream(values)
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .toList();
    }

    /** Removes the account and ends its connections. */
    @Deactivate
    public void close() {
        users.remove(user);
    }
}
