/** Who is asking, what they may do, and the audit trail. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package de.einsnull.security.api;
