/** What is installed and what could be: everything city IT wants to know of a module. */
package de.einsnull.modules.core.catalogue;
