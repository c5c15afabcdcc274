package de.einsnull.web.cxf.host;

import de.einsnull.web.api.RestResource;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Event streams that are opened well, badly, or not at all. */
@Path("/")
@PermitAll
public final class HostileStream implements RestResource {

    final AtomicReference<SseEventSink> sink = new AtomicReference<>();
    final AtomicReference<Sse> sse = new AtomicReference<>();
    final CountDownLatch end = new CountDownLatch(1);

    /** Sends to the stream that was opened last; false if it was refused. */
    boolean send(String data) {
        return !sink.get().send(sse.get().newEvent(data)).toCompletableFuture().isCompletedExceptionally();
    }

    @GET
    @Path("well")
    public String well() {
        return "well";
    }

    @GET
    @Path("quiet")
    @Produces("text/event-stream")
    public void quiet(@Context SseEventSink events, @Context Sse factory) {
        sse.set(factory);
        sink.set(events);
    }

    @GET
    @Path("short")
    @Produces("text/event-stream")
    public void brief(@Context SseEventSink events, @Context Sse factory) {
        quiet(events, factory);
        events.send(factory.newEvent("a"));
        events.send(factory.newEvent("b"));
        events.close();
    }

    @GET
    @Path("throws")
    @Produces("text/event-stream")
    public void fail(@Context SseEventSink events) {
        throw new IllegalStateException("a bug");
    }

    @GET
    @Path("blocks")
    @Produces("text/event-stream")
    public void block(@Context SseEventSink events) throws InterruptedException {
        end.await();
    }
}
