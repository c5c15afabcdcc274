/** Stand-ins and checks for those who write drivers and codecs, or read what sensors say. For tests only. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
package de.einsnull.sensors.testkit;
