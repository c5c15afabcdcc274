/** JAX-RS resources as services, problem details (RFC 9457) and live streams. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package de.einsnull.web.api;
