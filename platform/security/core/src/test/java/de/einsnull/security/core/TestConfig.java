package de.einsnull.security.core;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration as the runtime would give it: the defaults, with some values replaced. */
public final class TestConfig {

    private TestConfig() {}

    public static SecurityConfig of(Map<String, Object> values) {
        return (SecurityConfig) Proxy.newProxyInstance(
                SecurityConfig.class.getClassLoader(),
                new Class<?>[] {SecurityConfig.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
