package de.einsnull.web.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells open pages that something changed, by server-sent events at {@code /live?channel=<name>}. What is sent may be
 * lost (a page that was away is told to reload its data with the event {@code resync}); so send what changed, not what
 * must arrive. Thread-safe and never blocking.
 */
@ProviderType
public interface LiveStream {

    /**
     * Sends to every page that listens to a channel.
     *
     * @param channel lower-case letters, digits, hyphens and slashes, for example {@code map/parking}
     * @param json content without personal data: channels are public; at most 8,192 characters
     */
    void publish(String channel, String json);
}
