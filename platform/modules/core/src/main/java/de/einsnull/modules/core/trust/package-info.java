/** Whether the city trusts who made a module. */
package de.einsnull.modules.core.trust;
