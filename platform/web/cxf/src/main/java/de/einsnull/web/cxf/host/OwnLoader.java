package de.einsnull.web.cxf.host;

import java.io.IOException;
import java.util.function.Supplier;

/** Runs something with this bundle's class loader as the thread's, because CXF looks for its parts there. */
final class OwnLoader {

    private OwnLoader() {}

    static <T> T call(Supplier<T> work) {
        var before = enter();
        try {
            return work.get();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    static void run(IoWork work) throws IOException {
        var before = enter();
        try {
            work.run();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static ClassLoader enter() {
        var before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(OwnLoader.class.getClassLoader());
        return before;
    }

    /** Work that reads or writes. */
    interface IoWork {
        void run() throws IOException;
    }
}
