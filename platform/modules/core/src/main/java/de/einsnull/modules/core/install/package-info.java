/** Changes what is installed: one operation at a time, each undone if it does not end well. */
package de.einsnull.modules.core.install;
