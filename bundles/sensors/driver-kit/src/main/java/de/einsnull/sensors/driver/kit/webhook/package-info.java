/** Taking in what others send by HTTP. */
package de.einsnull.sensors.driver.kit.webhook;
