/** The entities of SensorThings 1.1 (OGC 18-088, clause 8) as data: types, properties and how they hang together. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package de.einsnull.sensors.sensorthings.model;
