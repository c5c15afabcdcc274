/** Publish and subscribe: city events (CloudEvents 1.0) and raw device messages on topics. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package de.einsnull.bus.api;
