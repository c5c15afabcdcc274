package de.einsnull.sensors.simulator;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the demo city, PID {@value #PID}. */
@ObjectClassDefinition(name = "Demo city", description = "Simulated sensors that show a believable day.")
@interface SimulatorConfig {

    /** PID of the settings. */
    String PID = "de.einsnull.sensors.simulator";

    @AttributeDefinition(
            name = "Speed",
            description =
                    "How fast the day of the demo city goes by: 1 is real time, 60 shows an hour in a minute. 0.1 to 500.")
    double speed() default 1;

    @AttributeDefinition(
            name = "Days of history",
            description = "How many days are filled in when the demo starts for the first time. 0 to 30.")
    int backfillDays() default 7;

    @AttributeDefinition(
            name = "History per second",
            description = "How many hours of history are sent in a second; each is about 300 messages. 1 to 48.")
    int backfillHoursPerSecond() default 3;

    @AttributeDefinition(
            name = "Start after seconds",
            description =
                    "How long the demo waits after it was started, so that it does not slow the platform's start.")
    int startAfterSeconds() default 5;
}
