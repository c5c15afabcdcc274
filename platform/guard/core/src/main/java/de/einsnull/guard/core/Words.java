package de.einsnull.guard.core;

import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.Quarantine;
import java.time.Duration;

/** Says what happened to a module and what to do, so that city IT need not know what a thread is. */
final class Words {

    private Words() {}

    /** The same quarantine with its texts. */
    static Quarantine describe(Quarantine plain, Duration window) {
        return new Quarantine(
                plain.bundleId(),
                plain.symbolicName(),
                plain.version(),
                plain.since(),
                plain.kind(),
                plain.strikes(),
                plain.where(),
                plain.cause(),
                plain.stopped(),
                german(plain, window),
                english(plain, window));
    }

    /** The same for a module that does not stop. */
    static Quarantine cannotStop(Quarantine one, Duration window) {
        return describe(
                new Quarantine(
                        one.bundleId(),
                        one.symbolicName(),
                        one.version(),
                        one.since(),
                        one.kind(),
                        one.strikes(),
                        one.where(),
                        one.cause(),
                        false,
                        "",
                        ""),
                window);
    }

    private static String german(Quarantine one, Duration window) {
        return "Das Modul " + one.symbolicName() + " " + one.version() + " wurde angehalten: "
                + germanDeed(one.kind()).formatted(one.strikes(), minutes(window)) + last(one, "Zuletzt", "Ursache")
                + " "
                + (one.stopped()
                        ? "Alles andere läuft weiter. Starten Sie es in der Modulverwaltung neu; geschieht es wieder, geben"
                                + " Sie diesen Text dem Anbieter und spielen Sie seine nächste Fassung ein."
                        : "Es lässt sich nicht beenden und kann bis zum nächsten Neustart der Plattform Rechenzeit"
                                + " verbrauchen. Starten Sie die Plattform zu einer ruhigen Zeit neu; das Modul bleibt"
                                + " danach angehalten. Geben Sie diesen Text dem Anbieter.");
    }

    private static String germanDeed(Kind kind) {
        return switch (kind) {
            case THREW -> "Es ist %d-mal in %d Minuten mit einem Programmfehler abgebrochen.";
            case TIMED_OUT -> "Es hat %d-mal in %d Minuten zu lange gebraucht.";
            case STUCK -> "Es hat %d-mal in %d Minuten nicht aufgehört zu arbeiten, obwohl ihm das gesagt wurde.";
            case TOO_LARGE -> "Es hat %d-mal in %d Minuten mehr geantwortet, als gesendet werden darf.";
            case FLOODED -> "Es hat %d-mal in %d Minuten mehr Ereignisse gesendet, als es darf.";
            case LOOPED -> "Es hat %d-mal in %d Minuten einen Prozessor dauernd beschäftigt.";
            case HUNG_AT_START -> "Es ist beim Starten hängen geblieben.";
            case HUNG_AT_STOP -> "Es ist beim Anhalten hängen geblieben.";
            case LEAKED_THREADS -> "Es hat %d-mal in %d Minuten nach dem Anhalten weitergearbeitet.";
        };
    }

    private static String english(Quarantine one, Duration window) {
        return "The module " + one.symbolicName() + " " + one.version() + " was stopped: "
                + englishDeed(one.kind()).formatted(one.strikes(), minutes(window)) + last(one, "Last", "Cause") + " "
                + (one.stopped()
                        ? "Everything else goes on. Start it again on the modules page; if it happens again, give this text"
                                + " to the vendor and install the next version."
                        : "It cannot be ended and may use processor time until the platform is restarted. Restart the"
                                + " platform at a quiet time; the module stays stopped. Give this text to the vendor.");
    }

    private static String englishDeed(Kind kind) {
        return switch (kind) {
            case THREW -> "it failed %d times in %d minutes with a programming error.";
            case TIMED_OUT -> "it took too long %d times in %d minutes.";
            case STUCK -> "%d times in %d minutes it did not end its work when told to.";
            case TOO_LARGE -> "%d times in %d minutes it answered more than may be sent.";
            case FLOODED -> "%d times in %d minutes it published more events than it may.";
            case LOOPED -> "%d times in %d minutes it kept a processor busy all the time.";
            case HUNG_AT_START -> "it hung while it started.";
            case HUNG_AT_STOP -> "it hung while it stopped.";
            case LEAKED_THREADS -> "%d times in %d minutes it went on working after it had stopped.";
        };
    }

    private static long minutes(Duration window) {
        return Math.max(1, window.toMinutes());
    }

    private static String last(Quarantine one, String last, String cause) {
        return (one.where().isEmpty() ? "" : " " + last + ": " + one.where() + ".")
                + (one.cause().isEmpty() ? "" : " " + cause + ": " + one.cause() + ".");
    }
}
