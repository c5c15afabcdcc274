package de.einsnull.sensors.core.retention;

import de.einsnull.sensors.api.Retention.Rule;
import java.time.Instant;

/** What of a datastream goes, and by which rule: observations before a time. */
record Cut(Rule rule, Instant before) {}
