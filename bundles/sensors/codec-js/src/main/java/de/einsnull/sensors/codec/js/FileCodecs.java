package de.einsnull.sensors.codec.js;

import de.einsnull.sensors.api.driver.PayloadCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches {@code etc/codecs} and gives its codecs to the platform, on a thread of its own so that nobody waits for QuickJS. */
@Component(service = FileCodecs.class, immediate = true)
public final class FileCodecs {

    private static final Logger LOG = LoggerFactory.getLogger(FileCodecs.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration DECODE_LIMIT = Duration.ofSeconds(1);
    private static final int WAITING_SANDBOXES = 16;

    private final BundleContext context;
    private final Path place;
    private final Workers workers = new Workers();
    private final Sandboxes sandboxes = new Sandboxes(WAITING_SANDBOXES);
    private final CodecFolder folder;
    private final ScheduledExecutorService watch;
    private final ScheduledFuture<?> looking;

    @Activate
    public FileCodecs(BundleContext context) {
        this.context = context;
        place = Path.of(context.getProperty("karaf.etc")).resolve("codecs");
        folder = new CodecFolder(place, this::program, this::register);
        watch = Executors.newSingleThreadScheduledExecutor(FileCodecs::thread);
        looking = watch.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "sensors-codec-files");
        thread.setDaemon(true);
        return thread;
    }

    private void look() {
        try {
            folder.look();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The codecs in {} cannot be looked at; it is tried again", place, e);
        }
    }

    private Program program(CodecFile file) {
        return file.script().isPresent()
                ? new ScriptProgram(file.script().get(), DECODE_LIMIT, workers, sandboxes, Clock.systemUTC())
                : new Layout(file.layout());
    }

    private Runnable register(FileCodec codec) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("sensors.model.id", codec.file().model());
        properties.put("sensors.model.name", codec.file().name());
        properties.put("sensors.model.datasheet", codec.file().datasheet());
        var registration = context.registerService(PayloadCodec.class, codec, properties);
        return registration::unregister;
    }

    /** Where codecs are looked for. */
    Path place() {
        return place;
    }

    /** What became of each folder. */
    Map<String, CodecFolder.State> states() {
        return folder.states();
    }

    @Deactivate
    void close() throws InterruptedException {
        looking.cancel(true);
        watch.shutdownNow();
        workers.close();
        watch.awaitTermination(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        folder.close();
        sandboxes.close();
    }
}
