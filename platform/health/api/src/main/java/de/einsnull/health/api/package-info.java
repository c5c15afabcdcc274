/** Metrics that modules publish at /metrics, and sentences in which parts of the platform say how they are. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package de.einsnull.health.api;
