/** Readings from records of JSON, GeoJSON and CSV, as the settings say. */
package de.einsnull.sensors.driver.kit.mapping;
