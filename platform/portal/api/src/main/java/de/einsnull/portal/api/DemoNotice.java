package de.einsnull.portal.api;

/**
 * While a service of this type is registered, every page carries a visible note that it shows demo data.
 *
 * @param textKey key of the note in the texts of the bundle that registers it
 */
public record DemoNotice(String textKey) {}
