/** Where hosts report modules that do harm, and how such a module is stopped and started again. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package de.einsnull.guard.api;
