package de.einsnull.settings.core.keep;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Configurations in memory; what nobody here asks for fails. */
public final class FakeAdmin implements InvocationHandler {

    final Map<String, Dictionary<String, Object>> byPid = new LinkedHashMap<>();
    final Map<String, String> factories = new LinkedHashMap<>();

    /** The service. */
    public ConfigurationAdmin service() {
        return proxy(ConfigurationAdmin.class, this);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    void put(String pid, String factory, Map<String, Object> properties) {
        byPid.put(pid, new Hashtable<>(properties));
        factories.put(pid, factory);
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "getConfiguration" -> configuration((String) arguments[0]);
            case "getFactoryConfiguration" -> {
                var pid = arguments[0] + "~" + arguments[1];
                factories.put(pid, (String) arguments[0]);
                yield configuration(pid);
            }
            case "listConfigurations" -> list((String) arguments[0]);
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private Configuration[] list(String filter) {
        var wanted = filter.substring(filter.indexOf('=') + 1, filter.length() - 1);
        var found = byPid.keySet().stream()
                .filter(pid -> filter.contains("factoryPid") ? wanted.equals(factories.get(pid)) : wanted.equals(pid))
                .map(this::configuration)
                .toArray(Configuration[]::new);
        return found.length == 0 ? null : found;
    }

    @SuppressWarnings("unchecked")
    private Configuration configuration(String pid) {
        return proxy(Configuration.class, (self, method, arguments) -> switch (method.getName()) {
            case "getPid" -> pid;
            case "getFactoryPid" -> factories.get(pid);
            case "getProperties" -> byPid.get(pid);
            case "update" -> byPid.put(pid, (Dictionary<String, Object>) arguments[0]);
            case "delete" -> byPid.remove(pid);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }
}
