/** Other ways to the service than HTTP, as the service root tells them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package de.einsnull.sensors.sensorthings.binding;
