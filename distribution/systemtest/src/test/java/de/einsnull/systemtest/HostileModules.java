package de.einsnull.systemtest;

import de.einsnull.harness.PartnerBundle;

/** Modules that do harm, each in one way, as a partner would never mean to and sometimes does. */
final class HostileModules {

    private static final String PORTAL = "de.einsnull.portal.api;version=\"[1,2)\"";

    private HostileModules() {}

    /** In a package of its own: by that a thread's code is told from another module's. */
    private static PartnerBundle hostile(String name) {
        return new PartnerBundle("de.example." + name, "1.0.0").in("hostile.of_" + name.replace("-", "_"));
    }

    /** A page whose answer is the given statements. */
    static PartnerBundle page(String name, String statements) {
        return hostile(name)
                .imports(PORTAL)
                .property("einsnull.page.path", name)
                .property("einsnull.page.access", "public")
                .component(
                        "HostilePage",
                        "de.einsnull.portal.api.PortalPage",
                        """
                        import de.einsnull.portal.api.*;
                        public final class HostilePage implements PortalPage {
                            private long count;
                            public PageResponse handle(PageRequest request) throws Exception {
                                %s
                            }
                        }
                        """
                                .formatted(statements));
    }

    static final String THROWS = "throw new IllegalStateException(\"a bug\");";
    static final String LOOPS = "while (count >= 0) { count = (count + 1) & Long.MAX_VALUE; } return null;";
    static final String BLOCKS = "while (true) { try { new java.util.concurrent.CountDownLatch(1).await(); }"
            + " catch (InterruptedException e) { continue; } }";
    static final String HUGE = "return new PageResponse.Content(\"text/plain\", new byte[100 << 20]);";

    /** A REST resource that does everything wrong, each at a path of its own. */
    static PartnerBundle api() {
        return hostile("api")
                .imports("de.einsnull.web.api;version=\"[1,2)\"")
                .imports("jakarta.annotation.security")
                .imports("jakarta.ws.rs")
                .imports("jakarta.ws.rs.core")
                .property("einsnull.rest.path", "/api/hostile")
                .property("einsnull.rest.title", "Hostile")
                .property("einsnull.rest.timeLimitInMs\" type=\"Integer", "1000")
                .component(
                        "HostileApi",
                        "de.einsnull.web.api.RestResource",
                        """
                        import de.einsnull.web.api.*;
                        import jakarta.ws.rs.*;
                        import jakarta.ws.rs.core.StreamingOutput;
                        @Path("/") @jakarta.annotation.security.PermitAll
                        public final class HostileApi implements RestResource {
                            private long count;
                            @GET @Path("throw") public String fail() { throw new IllegalStateException("a bug"); }
                            @GET @Path("loop") public String loop() {
                                while (count >= 0) { count = (count + 1) & Long.MAX_VALUE; } return "";
                            }
                            @GET @Path("huge") @Produces("text/plain") public StreamingOutput huge() {
                                return out -> { for (int i = 0; i < 100; i++) { out.write(new byte[1 << 20]); } };
                            }
                        }
                        """);
    }

    /** A page whose component waits for ever when it is activated, or when it is deactivated. */
    static PartnerBundle hanging(String name, String constructor, String close) {
        return hostile(name)
                .imports(PORTAL)
                .property("einsnull.page.path", name)
                .property("einsnull.page.access", "public")
                .lifecycle("close")
                .component(
                        "HangingPage",
                        "de.einsnull.portal.api.PortalPage",
                        """
                        import de.einsnull.portal.api.*;
                        public final class HangingPage implements PortalPage {
                            public HangingPage() throws Exception { %s }
                            public PageResponse handle(PageRequest request) {
                                return new PageResponse.Content("text/plain", "here".getBytes());
                            }
                            void close() throws Exception { %s }
                        }
                        """
                                .formatted(constructor, close));
    }

    static final String WAIT = "new java.util.concurrent.CountDownLatch(1).await();";
    static final String THREAD = "new Thread(() -> { try { " + WAIT + " } catch (InterruptedException e) {"
            + " throw new IllegalStateException(e); } }, \"hostile-thread\").start();";

    /** Something that still ticks when its module has long stopped, and is idle when one looks. */
    static final String TIMER = "new java.util.Timer(\"hostile-timer\").schedule(new java.util.TimerTask() {"
            + " public void run() { } }, 10_000, 10_000);";

    /** Works again as soon as a file is there: city IT mends the cause, not the module. */
    static String needs(java.nio.file.Path file) {
        return "if (!java.nio.file.Files.exists(java.nio.file.Path.of(\"" + file + "\"))) {"
                + " throw new IllegalStateException(\"a part is missing\"); }"
                + " return new PageResponse.Content(\"text/plain\", \"mended\".getBytes());";
    }

    /** An event stream that sends to each of its clients without end and as fast as it can. */
    static PartnerBundle stream() {
        return hostile("stream")
                .imports("de.einsnull.web.api;version=\"[1,2)\"")
                .imports("jakarta.annotation.security")
                .imports("jakarta.ws.rs")
                .imports("jakarta.ws.rs.core")
                .imports("jakarta.ws.rs.sse")
                .property("einsnull.rest.path", "/api/hostile-stream")
                .property("einsnull.rest.title", "Hostile stream")
                .component(
                        "HostileStream",
                        "de.einsnull.web.api.RestResource",
                        """
                        import de.einsnull.web.api.*;
                        import jakarta.ws.rs.*;
                        import jakarta.ws.rs.core.Context;
                        import jakarta.ws.rs.sse.*;
                        @Path("/") @jakarta.annotation.security.PermitAll
                        public final class HostileStream implements RestResource {
                            @GET @Path("well") public String well() { return "well"; }
                            @GET @Path("events") @Produces("text/event-stream")
                            public void events(@Context SseEventSink sink, @Context Sse sse) {
                                new Thread(() -> {
                                    while (!sink.isClosed()) { sink.send(sse.newEvent("news")); }
                                }, "hostile-stream").start();
                            }
                        }
                        """);
    }

    /** Tells open pages of changes without end. */
    static PartnerBundle news() {
        return hostile("news")
                .imports("de.einsnull.web.api;version=\"[1,2)\"")
                .imports(PORTAL)
                .property("einsnull.page.path", "news")
                .property("einsnull.page.access", "public")
                .reference("live", "de.einsnull.web.api.LiveStream")
                .lifecycle("close")
                .component(
                        "News",
                        "de.einsnull.portal.api.PortalPage",
                        """
                        import de.einsnull.portal.api.*;
                        import de.einsnull.web.api.LiveStream;
                        public final class News implements PortalPage {
                            private volatile boolean running = true;
                            public News(LiveStream live) {
                                new Thread(() -> {
                                    while (running) { live.publish("hostile", "1"); }
                                }, "hostile-news").start();
                            }
                            public PageResponse handle(PageRequest request) {
                                return new PageResponse.Content("text/plain", "here".getBytes());
                            }
                            void close() { running = false; }
                        }
                        """);
    }

    /** A page that publishes events as fast as it can when it is asked for, and hears them and does what it is told. */
    static PartnerBundle flood() {
        return hostile("flood")
                .imports("de.einsnull.bus.api;version=\"[1,2)\"")
                .property("einsnull.bus.group", "hostile")
                .property("einsnull.bus.types", "de.example.flood.v1")
                .reference("publisher", "de.einsnull.bus.api.EventPublisher")
                .lifecycle("close")
                .component(
                        "Flood",
                        "de.einsnull.bus.api.EventSubscriber",
                        """
                        import de.einsnull.bus.api.*;
                        import java.net.URI;
                        import java.time.Instant;
                        public final class Flood implements EventSubscriber {
                            private volatile boolean running = true;
                            private final Thread thread;
                            public Flood(EventPublisher publisher) {
                                thread = new Thread(() -> flood(publisher), "hostile-flood");
                                thread.start();
                            }
                            private void flood(EventPublisher publisher) {
                                while (running) {
                                    publisher.publish(CityEvent.of(URI.create("/flood"), "de.example.flood.v1", "",
                                            Instant.EPOCH, "1"));
                                }
                            }
                            public void onEvent(CityEvent event) { }
                            void close() { running = false; }
                        }
                        """);
    }

    /** A subscriber that never gives an event back. */
    static PartnerBundle deaf() {
        return hostile("deaf")
                .imports("de.einsnull.bus.api;version=\"[1,2)\"")
                .property("einsnull.bus.group", "deaf")
                .property("einsnull.bus.types", "de.example.deaf.v1")
                .reference("publisher", "de.einsnull.bus.api.EventPublisher")
                .lifecycle("close")
                .component(
                        "Deaf",
                        "de.einsnull.bus.api.EventSubscriber",
                        """
                        import de.einsnull.bus.api.*;
                        public final class Deaf implements EventSubscriber {
                            private volatile boolean running = true;
                            public Deaf(EventPublisher publisher) {
                                new Thread(() -> {
                                    while (running) {
                                        publisher.publish(CityEvent.of(java.net.URI.create("/deaf"),
                                                "de.example.deaf.v1", "", java.time.Instant.EPOCH, "1"));
                                        java.util.concurrent.locks.LockSupport.parkNanos(500_000_000);
                                    }
                                }, "hostile-deaf").start();
                            }
                            public void onEvent(CityEvent event) throws Exception {
                                new java.util.concurrent.CountDownLatch(1).await();
                            }
                            void close() { running = false; }
                        }
                        """);
    }
}
