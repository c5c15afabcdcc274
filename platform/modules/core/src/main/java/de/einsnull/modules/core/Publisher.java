package de.einsnull.modules.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.Operation;
import de.einsnull.modules.core.deploy.FileInstaller;
import de.einsnull.modules.core.install.Witness;
import de.einsnull.modules.core.state.HistoryFile;
import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.web.api.LiveStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the history, the audit trail and open pages what happens to modules. */
final class Publisher implements Witness {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final String CHANNEL = "modules";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HistoryFile history;
    private final Path deploy;
    private final Supplier<Optional<AuditTrail>> audit;
    private final Supplier<Optional<LiveStream>> live;

    /**
     * @param history always there
     * @param deploy the watched folder, from which the file of a removed module goes
     * @param audit not there while the database is down
     * @param live not there without a web server
     */
    Publisher(
            HistoryFile history,
            Path deploy,
            Supplier<Optional<AuditTrail>> audit,
            Supplier<Optional<LiveStream>> live) {
        this.history = history;
        this.deploy = deploy;
        this.audit = audit;
        this.live = live;
    }

    @Override
    public void removed(InstalledModule module) {
        FileInstaller.forget(deploy, module);
    }

    /** The channel is public: it carries what is done to which module, not who does it. */
    @Override
    public void progress(Operation operation, Operation.Progress step) {
        try {
            String json = JSON.writeValueAsString(Map.of(
                    "operation", operation.id(),
                    "module", operation.plan().module(),
                    "german", step.german(),
                    "english", step.english(),
                    "outcome", operation.outcome().map(Enum::name).orElse("")));
            live.get().ifPresent(stream -> stream.publish(CHANNEL, json));
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.warn("Open pages could not be told of operation {}", operation.id(), e);
        }
    }

    @Override
    public void over(HistoryEntry entry) {
        LOG.info(
                "{} of module {} from '{}' to '{}': {} {}",
                entry.action(),
                entry.module(),
                entry.fromVersion(),
                entry.toVersion(),
                entry.outcome(),
                entry.reason());
        try {
            history.add(entry);
        } catch (IOException e) {
            LOG.error("The history could not be written", e);
        }
        try {
            audit.get()
                    .ifPresent(trail -> trail.record(
                            entry.actor(),
                            "module." + entry.action().name().toLowerCase(Locale.ROOT),
                            entry.module() + " " + entry.toVersion(),
                            entry.outcome() == Operation.Outcome.SUCCEEDED));
        } catch (RuntimeException e) {
            LOG.warn("The audit trail could not be written; the history of the modules has the entry", e);
        }
    }
}
