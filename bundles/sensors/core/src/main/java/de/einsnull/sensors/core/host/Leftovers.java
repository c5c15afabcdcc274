package de.einsnull.sensors.core.host;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Threads that were left in the code of a driver that never returned. They end with it, or with the platform. */
final class Leftovers {

    private final Map<Thread, String> threads = new ConcurrentHashMap<>();

    void add(String instance, Thread thread) {
        threads.put(thread, instance);
    }

    /** Names of the instances, one for each thread that still runs. */
    List<String> instances() {
        threads.keySet().removeIf(t -> !t.isAlive());
        return threads.values().stream().sorted().toList();
    }
}
