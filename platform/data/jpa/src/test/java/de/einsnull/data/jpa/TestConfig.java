package de.einsnull.data.jpa;

import de.einsnull.data.jpa.database.Credentials;
import de.einsnull.testkit.Configurations;
import java.util.HashMap;
import java.util.Map;

/** A configuration as the runtime would give it: the defaults, with some values replaced. */
public final class TestConfig {

    private TestConfig() {}

    public static DataConfig of(Map<String, Object> values) {
        return Configurations.of(DataConfig.class, values);
    }

    public static DataConfig at(Credentials credentials) {
        var values = new HashMap<String, Object>();
        values.put("url", credentials.url());
        values.put("user", credentials.user());
        values.put("password", credentials.password());
        values.put("poolSize", 3);
        values.put("connectionTimeoutInMs", 2_000L);
        return of(values);
    }
}
