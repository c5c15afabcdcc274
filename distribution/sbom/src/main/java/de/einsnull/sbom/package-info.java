/** The bill of materials of the archive. */
package de.einsnull.sbom;
