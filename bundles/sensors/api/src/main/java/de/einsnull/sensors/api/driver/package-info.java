/**
 * What a partner implements to connect sensors: a {@link de.einsnull.sensors.api.driver.SensorDriver} for a protocol, a
 * {@link de.einsnull.sensors.api.driver.PayloadCodec} for the binary payload of a device model.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package de.einsnull.sensors.api.driver;
