package de.einsnull.security.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What city IT can set about logins and requests. */
@ObjectClassDefinition(name = "Security", description = "Logins, sessions and limits of requests.")
public @interface SecurityConfig {

    /** Configuration PID. */
    String PID = "de.einsnull.security";

    @AttributeDefinition(name = "Idle time", description = "Minutes without a request after which a login ends.")
    int sessionIdleInMinutes() default 30;

    @AttributeDefinition(name = "Longest login", description = "Hours after which a login ends in any case.")
    int sessionLifetimeInHours() default 12;

    @AttributeDefinition(
            name = "Attempts per account",
            description = "Failed logins in a row that one account allows; one more comes back each minute.")
    int attemptsPerAccount() default 10;

    @AttributeDefinition(
            name = "Attempts per address",
            description =
                    "Failed logins in a row that one network address allows; one more comes back every 15 seconds.")
    int attemptsPerAddress() default 20;

    @AttributeDefinition(
            name = "Trusted proxies",
            description = "Addresses whose X-Forwarded-For, -Proto and -Host and X-Request-Id are believed.")
    String[] trustedProxies() default {"127.0.0.1", "0:0:0:0:0:0:0:1", "::1"};

    @AttributeDefinition(name = "Longest request body", description = "Bytes. REST modules state their own limits.")
    long maxBodyInBytes() default 2 * 1024 * 1024;

    @AttributeDefinition(
            name = "Further content sources",
            description = "Origins that pages may load images and data from, for example https://tiles.example.org")
    String[] contentSources() default {};
}
