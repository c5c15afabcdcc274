/** Places that modules can be installed from: features files and folders. */
package de.einsnull.modules.core.repositories;
