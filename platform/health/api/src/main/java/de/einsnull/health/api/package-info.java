/** Metrics that modules publish at /metrics. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package de.einsnull.health.api;
