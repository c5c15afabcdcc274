/**
 * What is installed, on the disk: archives by their digest, the state in one file that is replaced at once, the history
 * in one that only grows. Works while the database is down.
 */
package de.einsnull.modules.core.state;
