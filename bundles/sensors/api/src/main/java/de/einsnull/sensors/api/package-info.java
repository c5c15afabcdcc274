/**
 * Things, datastreams and observations as other modules read them, and the register of devices behind them.
 *
 * <p>A simulator or a test bench needs no interface of its own: it sends what a real device or network server would send
 * (an uplink of The Things Stack, a JSON message) to the same topics of the message bus, and so takes the same path.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.3.0")
package de.einsnull.sensors.api;
