package de.einsnull.sensors.core.codec;

import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.CheckWords;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;

/** Whether a codec is used, said in the name of its bundle, so that an update to a bad one shows at once. */
final class CodecCheck implements HealthCheck {

    private static final CheckWords WORDS = CheckWords.of(CodecCheck.class);

    private final GuardedCodec codec;

    CodecCheck(GuardedCodec codec) {
        this.codec = codec;
    }

    @Override
    public Result execute() {
        var log = new CheckLog(WORDS);
        var model = codec.model().id();
        if (codec.refusal().isEmpty()) {
            log.good("check.codec.used", model);
        } else {
            log.critical("check.codec.refused", model, codec.refusal());
        }
        return log.result();
    }
}
