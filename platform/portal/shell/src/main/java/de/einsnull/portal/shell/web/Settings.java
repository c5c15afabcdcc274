package de.einsnull.portal.shell.web;

import java.util.Optional;

/**
 * The display settings: a form that is sent by GET, because it changes nothing but the visitor's own cookie and so works
 * without a session.
 */
final class Settings {

    static final String PATH = "einstellungen";

    private Settings() {}

    /** The preferences that a sent form asks for; empty if none was sent. */
    static Optional<Preferences> changed(Visit visit) {
        if (visit.isPost()
                || !visit.path().equals(PATH)
                || visit.parameter("kontrast").isEmpty()) {
            return Optional.empty();
        }
        var before = visit.preferences();
        return Optional.of(new Preferences(
                before.language(),
                Preferences.choice(Preferences.Contrast.class, visit.parameter("kontrast"), before.contrast()),
                Preferences.choice(Preferences.Size.class, visit.parameter("schrift"), before.size()),
                Preferences.choice(Preferences.Colours.class, visit.parameter("farben"), before.colours())));
    }

    /** Back to the page from which the form was sent; only within the portal. */
    static String target(Visit visit) {
        String back = visit.parameter("zurueck");
        boolean safe = back.matches("[A-Za-z0-9_~.-][A-Za-z0-9/_~.?&=%+-]*") || back.isEmpty();
        return "/" + visit.language().tag() + "/" + (safe ? back : "");
    }
}
