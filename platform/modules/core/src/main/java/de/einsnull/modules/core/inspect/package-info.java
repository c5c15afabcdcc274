/** Decides what may be installed: the form of a module, what it uses and what it claims. */
package de.einsnull.modules.core.inspect;
