/** Installs, updates and removes modules while the platform runs. Nothing in here is exported. */
package de.einsnull.modules.core;
