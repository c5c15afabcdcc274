package de.einsnull.modules.rest;

import de.einsnull.modules.api.ModuleInstaller;
import de.einsnull.modules.api.ModuleRepositories;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A service of which single methods fail, as when a disk is full or two people do the same at once. */
final class Failing {

    private final Map<String, Exception> failures = new HashMap<>();
    private final Object service;

    Failing(Object service) {
        this.service = service;
    }

    Failing when(String method, Exception failure) {
        failures.put(method, failure);
        return this;
    }

    ModuleInstaller installer() {
        return proxy(ModuleInstaller.class);
    }

    ModuleRepositories repositories() {
        return proxy(ModuleRepositories.class);
    }

    private <T> T proxy(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Exception failure = failures.get(method.getName());
                    if (failure != null) {
                        throw failure;
                    }
                    try {
                        return method.invoke(service, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
