/** Documents that modules contribute to the search of the whole platform, and questions to it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package de.einsnull.search.api;
