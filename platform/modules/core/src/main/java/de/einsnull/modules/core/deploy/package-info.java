/** The watched folder: what is put in is installed, what is taken out is removed, with the same checks as everywhere. */
package de.einsnull.modules.core.deploy;
