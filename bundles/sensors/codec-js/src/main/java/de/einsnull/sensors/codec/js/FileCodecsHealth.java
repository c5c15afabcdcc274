package de.einsnull.sensors.codec.js;

import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.CheckWords;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which codecs of the folder are used, and why others are not. */
@Component(property = {"hc.name=Codecs from files", "hc.tags=sensors", "hc.tags=ready"})
public final class FileCodecsHealth implements HealthCheck {

    private static final CheckWords WORDS = CheckWords.of(FileCodecsHealth.class);

    private final FileCodecs codecs;

    @Activate
    public FileCodecsHealth(@Reference FileCodecs codecs) {
        this.codecs = codecs;
    }

    @Override
    public Result execute() {
        var log = new CheckLog(WORDS);
        var states = codecs.states();
        log.good(
                "check.files.used",
                states.values().stream().filter(CodecFolder.State::inUse).count(),
                codecs.place());
        states.forEach((model, state) -> {
            if (!state.reason().isEmpty()) {
                log.warn(
                        state.inUse() ? "check.files.refused.before" : "check.files.refused",
                        codecs.place().resolve(model),
                        state.reason());
            }
        });
        return log.result();
    }
}
