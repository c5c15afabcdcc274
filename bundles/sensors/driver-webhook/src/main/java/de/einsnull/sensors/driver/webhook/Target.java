package de.einsnull.sensors.driver.webhook;

import de.einsnull.sensors.driver.kit.webhook.WebhookTarget;

/** An instance of this bundle's driver; a type of its own, because each bundle has a kit of its own. */
interface Target extends WebhookTarget {}
