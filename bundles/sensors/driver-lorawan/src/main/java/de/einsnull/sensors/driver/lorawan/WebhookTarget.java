package de.einsnull.sensors.driver.lorawan;

/** An instance that can be called by a network server. */
interface WebhookTarget {

    /** Topic on which the webhook passes on what it took; the level below is the instance. */
    String TOPIC = "sensors/webhook/";

    /** Name of the instance. */
    String instance();

    /** What the caller has to know; empty if the instance wants no calls. */
    String secret();
}
