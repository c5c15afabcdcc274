/** Tables as people make them in a spreadsheet, for everybody who takes or gives one. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package de.einsnull.settings.api.table;
