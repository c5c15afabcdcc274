package de.einsnull.portal.shell.contrib;

import de.einsnull.portal.shell.asset.Assets;
import de.einsnull.portal.shell.render.Templates;
import de.einsnull.portal.shell.text.Texts;

/**
 * A bundle that contributes to the portal, with what the portal has learnt about it. Forgotten when the bundle stops.
 *
 * @param name symbolic name
 * @param bundleId id of the bundle
 * @param texts its texts, then the shell's
 * @param templates its templates
 * @param assets its assets
 */
public record Contributor(String name, long bundleId, Texts texts, Templates templates, Assets assets) {}
