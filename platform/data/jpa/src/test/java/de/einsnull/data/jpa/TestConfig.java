package de.einsnull.data.jpa;

import de.einsnull.data.jpa.database.Credentials;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A configuration as the runtime would give it: the defaults, with some values replaced. */
public final class TestConfig {

    private TestConfig() {}

    public static DataConfig of(Map<String, Object> values) {
        return (DataConfig) Proxy.newProxyInstance(
                DataConfig.class.getClassLoader(),
                new Class<?>[] {DataConfig.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
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
