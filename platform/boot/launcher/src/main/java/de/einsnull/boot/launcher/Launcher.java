package de.einsnull.boot.launcher;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.karaf.main.Main;

/**
 * Starts the platform if its settings make sense. What does not is told to city IT at once and in one sentence, instead
 * of a platform that never gets ready.
 */
public final class Launcher {

    /** Exit code for settings that a person has to correct; a service manager need not try again. */
    static final int BAD_SETTING = 78;

    private Launcher() {}

    /**
     * Starts Karaf's own main class, which ends the process when the framework has stopped.
     *
     * @param arguments passed on
     * @throws Exception what Karaf's launcher throws
     */
    public static void main(String[] arguments) throws Exception {
        try {
            check(Path.of(System.getProperty("karaf.home")), Path.of(System.getProperty("karaf.etc")));
        } catch (BadSetting e) {
            System.err.println("einsnull: " + e.getMessage());
            System.exit(BAD_SETTING);
        }
        Main.main(arguments);
    }

    private static void check(Path home, Path etc) throws IOException, BadSetting {
        var properties = SystemSettings.read(etc);
        var settings = new SettingsCheck(Schema.of(home.resolve("system")), properties);
        for (var warning : settings.check(etc)) {
            System.err.println("einsnull: " + warning);
        }
    }
}
