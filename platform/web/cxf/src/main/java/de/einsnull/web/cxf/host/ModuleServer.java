package de.einsnull.web.cxf.host;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** One generation of a module: a CXF server over the resources that were there when it was built. */
final class ModuleServer {

    private static final String ADDRESS = "org.apache.cxf.transport.endpoint.address";

    private final ModuleSettings settings;
    private final Server server;
    private final AbstractHTTPDestination destination;
    private final OpenApiDocument document;
    private final EventStreams streams;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private int inside;
    private boolean retired;

    ModuleServer(ModuleSettings settings, Server server, OpenApiDocument document, EventStreams streams) {
        this.settings = settings;
        this.server = server;
        this.destination = (AbstractHTTPDestination) server.getDestination();
        this.document = document;
        this.streams = streams;
    }

    ModuleSettings settings() {
        return settings;
    }

    OpenApiDocument document() {
        return document;
    }

    /** Enters; whoever gets true must leave. */
    boolean enter() {
        lock.lock();
        try {
            if (retired) {
                return false;
            }
            inside++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            inside--;
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void serve(ServletConfig config, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var url = request.getRequestURL();
        var origin = url.substring(0, url.length() - request.getRequestURI().length());
        request.setAttribute(ADDRESS, origin + settings.path());
        destination.invoke(config, config.getServletContext(), request, response);
    }

    /**
     * Ends open event streams, whose clients then come back to the next generation; lets nobody in any more, waits for those inside and stops the server.
     *
     * @param patience how long to wait for requests that are being served
     */
    void retire(Duration patience) {
        streams.close();
        lock.lock();
        try {
            retired = true;
            var nanos = patience.toNanos();
            while (inside > 0 && nanos > 0) {
                nanos = left.awaitNanos(nanos);
            }
        } catch (InterruptedException stopWaiting) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        server.destroy();
    }
}
