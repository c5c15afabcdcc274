package de.einsnull.sensors.core.registry;

import de.einsnull.sensors.api.Channel;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Names of channels in the language of the city, for datastreams as SensorThings clients show them. */
final class ChannelNames {

    private final ResourceBundle texts =
            ResourceBundle.getBundle("de.einsnull.sensors.core.registry.channels", Locale.ROOT);

    String of(Channel channel) {
        try {
            return texts.getString(channel.id());
        } catch (MissingResourceException e) {
            return channel.id().replace('_', ' ');
        }
    }
}
