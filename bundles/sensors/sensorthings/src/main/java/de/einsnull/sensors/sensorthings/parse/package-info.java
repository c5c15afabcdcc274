/** Reads resource paths and query options; says where and what was expected when it cannot. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package de.einsnull.sensors.sensorthings.parse;
