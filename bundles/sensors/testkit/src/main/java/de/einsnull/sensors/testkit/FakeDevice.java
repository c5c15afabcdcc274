package de.einsnull.sensors.testkit;

/** Stands for what a driver talks to, and behaves as a test wants. */
public interface FakeDevice {

    /** How a device can be. */
    enum Behaviour {
        /** Answers. */
        NORMAL,
        /** Breaks every connection. */
        AWAY,
        /** Takes connections and never answers, like a device behind a silent firewall. */
        SILENT,
        /** Answers with bytes that mean nothing. */
        NONSENSE
    }

    /**
     * Behaves like this from now on, for new connections.
     *
     * @param next how
     */
    void behave(Behaviour next);
}
