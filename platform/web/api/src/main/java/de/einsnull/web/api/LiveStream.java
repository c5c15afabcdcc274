package de.einsnull.web.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells open pages that something changed, by server-sent events at {@code /live?channel=<name>}. What is sent may be
 * lost (a page that was away is told to reload its data with the event {@code resync}); so send what changed, not what
 * must arrive. Thread-safe and never blocking.
 *
 * <p>A page that listens to one channel gets plain {@code message} events. A page that listens to several (the parameter
 * {@code channel} repeated, at most 16) gets events named like the channel. The event {@code resync} has no content.
 */
@ProviderType
public interface LiveStream {

    /**
     * Sends to every page that listens to a channel.
     *
     * @param channel lower-case letters, digits, hyphens and slashes, at most 100 characters, for example
     *     {@code map/parking}
     * @param json content without line breaks and without personal data: channels are public; at most 8,192 characters
     * @throws IllegalArgumentException if the channel or the content breaks these rules; nothing is sent
     */
    void publish(String channel, String json);
}
