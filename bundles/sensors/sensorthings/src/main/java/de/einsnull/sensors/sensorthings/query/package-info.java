/** What a client asks for: resource paths, query options and expressions as immutable trees. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package de.einsnull.sensors.sensorthings.query;
