package de.einsnull.sensors.core.codec;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;

/** Whether a codec is used, said in the name of its bundle, so that an update to a bad one shows at once. */
final class CodecCheck implements HealthCheck {

    private final GuardedCodec codec;

    CodecCheck(GuardedCodec codec) {
        this.codec = codec;
    }

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        var model = codec.model().id();
        if (codec.refusal().isEmpty()) {
            log.info("The codec for {} passed its vectors and is used", model);
        } else {
            log.critical(
                    "The codec for {} is not used because {}. Install a corrected one; what was put aside is replayed",
                    model,
                    codec.refusal());
        }
        return new Result(log);
    }
}
