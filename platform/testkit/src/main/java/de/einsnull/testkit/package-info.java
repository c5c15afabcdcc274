/** Stand-ins for what the platform gives to a module, and checks that every module needs. For tests only. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package de.einsnull.testkit;
