/** Who is asking, what they may do, the audit trail, and secrets. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.4.0")
package de.einsnull.security.api;
