/** How a module is, with cause and advice. */
package de.einsnull.modules.core.health;
