package de.einsnull.data.jpa;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What city IT can set about the database. A change takes effect at once, without a restart. */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%data", description = "%data.help")
public @interface DataConfig {

    /** Configuration PID. */
    String PID = "de.einsnull.data";

    /** Used when no URL is given. */
    String H2_URL = "jdbc:h2:file:${karaf.data}/db/einsnull";

    /** Used when no user is given. */
    String USER = "einsnull";

    @AttributeDefinition(name = "%data.url", description = "%data.url.help")
    @SettingHint(pattern = "jdbc:(h2|postgresql):.+")
    String url() default H2_URL;

    @AttributeDefinition(name = "%data.user", description = "%data.user.help")
    String user() default USER;

    @AttributeDefinition(name = "%data.password", description = "%data.password.help", type = AttributeType.PASSWORD)
    String password() default "";

    @AttributeDefinition(name = "%data.poolSize", description = "%data.poolSize.help", min = "2", max = "100")
    int poolSize() default 8;

    @AttributeDefinition(
            name = "%data.connectionTimeoutInMs",
            description = "%data.connectionTimeoutInMs.help",
            min = "250",
            max = "60000")
    @SettingHint(unit = "ms")
    long connectionTimeoutInMs() default 5_000;

    @AttributeDefinition(
            name = "%data.outboxBatchSize",
            description = "%data.outboxBatchSize.help",
            min = "1",
            max = "1000")
    int outboxBatchSize() default 200;

    @AttributeDefinition(
            name = "%data.outboxPollIntervalInMs",
            description = "%data.outboxPollIntervalInMs.help",
            min = "50",
            max = "60000")
    @SettingHint(unit = "ms")
    long outboxPollIntervalInMs() default 1_000;

    @AttributeDefinition(
            name = "%data.processedEventsKeptInDays",
            description = "%data.processedEventsKeptInDays.help",
            min = "1",
            max = "3650")
    @SettingHint(unit = "%days")
    int processedEventsKeptInDays() default 30;
}
