/** What filters and orders mean: the reference that any translation of them has to agree with. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package de.einsnull.sensors.sensorthings.evaluate;
