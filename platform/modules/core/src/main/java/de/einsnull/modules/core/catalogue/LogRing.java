package de.einsnull.modules.core.catalogue;

import de.einsnull.modules.api.LogLine;
import de.einsnull.modules.core.inspect.PlatformView;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogListener;

/** The last lines that each module wrote to the log. Thread-safe; quick, for it stands in the way of every line. */
public final class LogRing implements LogListener {

    private static final int LINES = 500;
    private static final int LONGEST_LINE = 2_000;

    private final Map<String, Deque<LogLine>> lines = new ConcurrentHashMap<>();

    @Override
    public void logged(LogEntry entry) {
        Bundle bundle = entry.getBundle();
        String module = bundle == null ? "" : PlatformView.moduleOf(bundle);
        if (module.isEmpty()) {
            return;
        }
        var line = new LogLine(
                Instant.ofEpochMilli(entry.getTime()),
                entry.getLogLevel().name(),
                String.valueOf(entry.getLoggerName()),
                text(entry));
        Deque<LogLine> ring = lines.computeIfAbsent(module, name -> new ArrayDeque<>());
        synchronized (ring) {
            ring.addLast(line);
            if (ring.size() > LINES) {
                ring.removeFirst();
            }
        }
    }

    private static String text(LogEntry entry) {
        String failure = entry.getException() == null ? "" : " – " + entry.getException();
        String text = entry.getMessage() + failure;
        return text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + " ..." : text;
    }

    /** The newest lines of a module, the newest last. */
    public List<LogLine> newest(String module, int most) {
        Deque<LogLine> ring = lines.get(module);
        if (ring == null) {
            return List.of();
        }
        synchronized (ring) {
            return ring.stream().skip(Math.max(0, ring.size() - most)).toList();
        }
    }

    /** Forgets modules that are gone. */
    public void retain(Collection<String> modules) {
        lines.keySet().retainAll(modules);
    }
}
