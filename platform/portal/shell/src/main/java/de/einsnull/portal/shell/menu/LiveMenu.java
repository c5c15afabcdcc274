package de.einsnull.portal.shell.menu;

import de.einsnull.portal.shell.contrib.Registry;
import de.einsnull.web.api.LiveStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells open pages that the menu changed; they then fetch the menu that their visitor may see. Several changes within
 * {@value #GATHER_IN_MS} ms, as when a bundle is updated, are told once.
 */
@Component(service = LiveMenu.class, immediate = true)
public final class LiveMenu {

    static final long GATHER_IN_MS = 250;

    private final Registry registry;
    private final LiveStream stream;
    private final Runnable listener = this::changed;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "portal-menu");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public LiveMenu(@Reference Registry registry, @Reference LiveStream stream) {
        this.registry = registry;
        this.stream = stream;
        registry.onChange(listener);
    }

    @Deactivate
    void stop() {
        registry.removeListener(listener);
        timer.shutdownNow();
    }

    private void changed() {
        if (pending.compareAndSet(false, true)) {
            var unused = timer.schedule(this::tell, GATHER_IN_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void tell() {
        pending.set(false);
        stream.publish("menu", "{\"changed\":\"menu\"}");
    }
}
