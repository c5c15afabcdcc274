/** Settings that bundles describe by metatype: forms in the portal's languages, checks, tests, and where they are kept. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package de.einsnull.settings.api;
