package de.einsnull.sensors.core.host;

import de.einsnull.bus.api.MessageBus;
import de.einsnull.sensors.core.codec.Codecs;
import de.einsnull.sensors.core.framework.Surroundings;
import de.einsnull.sensors.core.ingest.Acceptance;
import de.einsnull.sensors.core.ingest.Tally;
import de.einsnull.sensors.core.registry.Registry;
import de.einsnull.sensors.core.store.SensorDatabase;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/** What the host shares out to its instances. */
record Services(
        MessageBus bus,
        Registry registry,
        Codecs codecs,
        SensorDatabase database,
        Tally tally,
        Acceptance acceptance,
        Clock clock,
        Times times,
        ScheduledExecutorService timer,
        ExecutorService blocking,
        Pressure pressure,
        Leftovers leftovers,
        Surroundings surroundings) {}
