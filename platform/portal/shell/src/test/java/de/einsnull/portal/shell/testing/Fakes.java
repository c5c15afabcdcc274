package de.einsnull.portal.shell.testing;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Objects that answer only what a test gives them; anything else is nothing, zero or false. */
public final class Fakes {

    private Fakes() {}

    /** Answers a call. */
    @FunctionalInterface
    public interface Call {
        Object answer(Object[] arguments) throws Throwable;
    }

    public static <T> T of(Class<T> type, Map<String, Call> calls) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    var call = calls.get(method.getName());
                    if (call != null) {
                        return call.answer(arguments);
                    }
                    return switch (method.getName()) {
                        case "hashCode" -> System.identityHashCode(self);
                        case "equals" -> self == arguments[0];
                        case "toString" -> "fake " + type.getSimpleName();
                        default -> nothing(method.getReturnType());
                    };
                });
        return type.cast(proxy);
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? (Object) 0L : null;
    }
}
