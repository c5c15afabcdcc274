/** Schemas per module, the transactional outbox and idempotent consumption. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package de.einsnull.data.api;
