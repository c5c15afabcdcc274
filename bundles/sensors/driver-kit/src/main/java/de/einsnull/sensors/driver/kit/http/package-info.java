/** Asking web services. */
package de.einsnull.sensors.driver.kit.http;
