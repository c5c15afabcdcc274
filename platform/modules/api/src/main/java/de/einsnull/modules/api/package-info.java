/** What is installed, what could be, and how it is changed while the platform runs. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package de.einsnull.modules.api;
