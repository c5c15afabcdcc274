/** Reads what was handed in. Trusts nothing: sizes, names and contents may be hostile. */
package de.einsnull.modules.core.archive;
