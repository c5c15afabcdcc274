package de.einsnull.security.core;

import de.einsnull.testkit.Configurations;
import java.util.Map;

/** The settings with their defaults, some of them replaced. */
public final class TestConfig {

    private TestConfig() {}

    public static SecurityConfig of(Map<String, Object> values) {
        return Configurations.of(SecurityConfig.class, values);
    }
}
