package de.einsnull.bus.rest;

import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Text;

/** What can go wrong, in words for people. */
final class BusProblems {

    private BusProblems() {}

    static Problem noSuchLetter(String id) {
        return Problem.of(
                "dead-letter-not-found",
                404,
                new Text("Nachricht nicht gefunden", "Dead letter not found"),
                new Text(
                        "Es gibt keine zurückgestellte Nachricht " + id
                                + ". Vielleicht hat sie schon jemand erneut zugestellt oder gelöscht.",
                        "There is no dead letter " + id + ". Somebody may have replayed or discarded it already."));
    }

    static Problem away() {
        return Problem.of(
                "broker-away",
                503,
                new Text("Broker nicht erreichbar", "Broker not reachable"),
                new Text(
                        "Der Broker ist gerade nicht erreichbar; /health/ready nennt den Grund. Nichts geht verloren."
                                + " Bitte später erneut versuchen.",
                        "The broker is not reachable at the moment; /health/ready says why. Nothing is lost. Please try"
                                + " again later."));
    }
}
