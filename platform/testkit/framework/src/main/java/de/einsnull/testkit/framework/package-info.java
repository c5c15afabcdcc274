/** A real OSGi framework for tests that need one: components, HTTP whiteboard, bundles that come and go. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package de.einsnull.testkit.framework;
