package de.einsnull.sensors.codec.js;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which codecs of the folder are used, and why others are not. */
@Component(property = {"hc.name=Codecs from files", "hc.tags=sensors", "hc.tags=ready"})
public final class FileCodecsHealth implements HealthCheck {

    private final FileCodecs codecs;

    @Activate
    public FileCodecsHealth(@Reference FileCodecs codecs) {
        this.codecs = codecs;
    }

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        var states = codecs.states();
        log.info(
                "{} codecs of {} are used",
                states.values().stream().filter(CodecFolder.State::inUse).count(),
                codecs.place());
        states.forEach((model, state) -> {
            if (!state.reason().isEmpty()) {
                log.warn(
                        "What stands in {} is not used: {}. Correct the files; {}",
                        codecs.place().resolve(model),
                        state.reason(),
                        state.inUse() ? "until then the version before is used" : "until then the model has no codec");
            }
        });
        return new Result(log);
    }
}
