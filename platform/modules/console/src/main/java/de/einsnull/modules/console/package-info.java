/** Modules from a shell, for city IT at the machine itself. */
package de.einsnull.modules.console;
