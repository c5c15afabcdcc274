/** Pages, menu entries, widgets, map layers, assets and texts that bundles contribute to the portal. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.3.0")
package de.einsnull.portal.api;
