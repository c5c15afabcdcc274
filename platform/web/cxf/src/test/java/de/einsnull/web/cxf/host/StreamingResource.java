package de.einsnull.web.cxf.host;

import de.einsnull.web.api.RestResource;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Answers that are long, late, or never end. */
@Path("/")
@PermitAll
public final class StreamingResource implements RestResource {

    final AtomicReference<SseEventSink> sink = new AtomicReference<>();
    final AtomicReference<Sse> sse = new AtomicReference<>();
    final AtomicReference<AsyncResponse> suspended = new AtomicReference<>();
    final CountDownLatch endless = new CountDownLatch(1);
    final AtomicReference<ClassLoader> loader = new AtomicReference<>();

    @GET
    @Path("events")
    @Produces("text/event-stream")
    public void events(@Context SseEventSink events, @Context Sse factory) {
        sse.set(factory);
        sink.set(events);
        events.send(factory.newEvent("first"));
    }

    @GET
    @Path("later")
    public void later(@Suspended AsyncResponse response) {
        suspended.set(response);
    }

    @GET
    @Path("future")
    @Produces("application/json")
    public CompletableFuture<HelloResource.Pet> future() {
        return CompletableFuture.supplyAsync(() -> new HelloResource.Pet("Rex"));
    }

    @GET
    @Path("large")
    @Produces("text/plain")
    public StreamingOutput large() {
        return out -> {
            for (var i = 0; i < 1_000; i++) {
                out.write("0123456789".repeat(100).getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    @GET
    @Path("stuck")
    @Produces("text/plain")
    public StreamingOutput stuck() {
        return out -> {
            out.write(new byte[400_000]);
            out.flush();
            try {
                endless.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            out.write(new byte[400_000]);
        };
    }

    @GET
    @Path("own-tag")
    @Produces("text/plain")
    public Response ownTag() {
        loader.set(Thread.currentThread().getContextClassLoader());
        return Response.ok("mine")
                .location(URI.create("7"))
                .tag("mine")
                .header("Cache-Control", "max-age=60")
                .build();
    }
}
