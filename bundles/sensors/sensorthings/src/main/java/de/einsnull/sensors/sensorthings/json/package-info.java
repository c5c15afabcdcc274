/** Entities as JSON and in the other formats of an answer; bodies of requests, with JSON pointers to what is wrong. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package de.einsnull.sensors.sensorthings.json;
