package de.einsnull.data.jpa;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What city IT can set about the database. A change takes effect at once, without a restart. */
@ObjectClassDefinition(
        name = "Database",
        description = "Where the platform keeps its data. A change moves every module to the new database at once;"
                + " rows are not copied.")
public @interface DataConfig {

    /** Configuration PID. */
    String PID = "de.einsnull.data";

    /** Used when no URL is given. */
    String H2_URL = "jdbc:h2:file:${karaf.data}/db/einsnull";

    /** Used when no user is given. */
    String USER = "einsnull";

    @AttributeDefinition(
            name = "JDBC URL",
            description = "jdbc:h2:file:<path> for the built-in database or jdbc:postgresql://<host>:<port>/<database>")
    String url() default H2_URL;

    @AttributeDefinition(name = "User", description = "Must be allowed to create schemas.")
    String user() default USER;

    @AttributeDefinition(
            name = "Password",
            description = "Empty: read from the secrets file database-password, or h2-password for the built-in"
                    + " database, which gets a random one. Otherwise usually $[secret:<name>].",
            type = AttributeType.PASSWORD)
    String password() default "";

    @AttributeDefinition(name = "Connections per module", description = "Most connections open at once, 2 to 100.")
    int poolSize() default 8;

    @AttributeDefinition(
            name = "Wait for a connection",
            description = "Milliseconds a caller waits before it gets an error, 250 to 60,000.")
    long connectionTimeoutInMs() default 5_000;

    @AttributeDefinition(name = "Outbox batch", description = "Events published in one step, 1 to 1,000.")
    int outboxBatchSize() default 200;

    @AttributeDefinition(
            name = "Outbox interval",
            description = "Longest pause in milliseconds between two looks into the outbox, 50 to 60,000.")
    long outboxPollIntervalInMs() default 1_000;

    @AttributeDefinition(
            name = "Memory of handled events",
            description = "Days for which a second delivery of an event is recognised, 1 to 3,650.")
    int processedEventsKeptInDays() default 30;
}
