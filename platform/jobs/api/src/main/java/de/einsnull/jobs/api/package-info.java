/** What is done again and again at set times. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package de.einsnull.jobs.api;
