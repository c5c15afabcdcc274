/** The way in: SSH from the machine itself, with a key that city IT has put there. */
package de.einsnull.modules.console.ssh;
