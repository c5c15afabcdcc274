package de.einsnull.sensors.core.codec;

import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.PayloadCodec;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import de.einsnull.sensors.core.lane.Lane;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * A codec behind a fence: on a lane of its own, used only after its vectors came out right, and quarantined while a call
 * has not returned in time (a thread that loops cannot be stopped, so there must not be a second one).
 */
final class GuardedCodec {

    private static final int FIRST_CALLS = 5;

    private final PayloadCodec codec;
    private final ModelInfo model;
    private final Lane lane;
    private final Duration limit;
    private volatile String refusal = "";
    private volatile boolean late;

    /** Asks the codec for its channels and tries its vectors. */
    GuardedCodec(PayloadCodec codec, String id, String name, String datasheet, Duration limit) {
        this.codec = codec;
        this.limit = limit;
        this.lane = new Lane("sensors-codec-" + id);
        this.model = describe(id, name, datasheet);
    }

    private ModelInfo describe(String id, String name, String datasheet) {
        try {
            var channels = lane.call(codec::channels, patience());
            refusal = channels.isEmpty()
                    ? "it has no channels"
                    : lane.call(this::failure, patience()).orElse("");
            return new ModelInfo(id, name, datasheet, channels);
        } catch (TimeoutException e) {
            refusal = "its vectors took longer than " + patience().toMillis() + " ms";
        } catch (ExecutionException e) {
            refusal = "its vectors threw " + e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refusal = "the platform stopped while its vectors were tried";
        }
        return new ModelInfo(id, name, datasheet, List.of());
    }

    /** The first calls load classes, perhaps while the whole platform starts. */
    private Duration patience() {
        return limit.multipliedBy(FIRST_CALLS);
    }

    private Optional<String> failure() {
        var vectors = codec.vectors();
        return vectors.isEmpty()
                ? Optional.of("it has no vectors")
                : vectors.stream().flatMap(v -> v.check(codec).stream()).findFirst();
    }

    ModelInfo model() {
        return model;
    }

    PayloadCodec codec() {
        return codec;
    }

    /** Why it is not used, empty if it is. */
    String refusal() {
        return isLate() ? "it has not returned from a call for more than " + limit.toMillis() + " ms" : refusal;
    }

    private boolean isLate() {
        late = late && lane.isBusy();
        return late;
    }

    List<Reading> decode(Frame frame) throws UndecodableFrameException {
        var why = refusal();
        if (!why.isEmpty()) {
            throw new UndecodableFrameException(
                    Outcomes.NO_CODEC, "codec '" + model.id() + "' is not used: " + why, null);
        }
        try {
            return List.copyOf(lane.call(() -> codec.decode(frame), limit));
        } catch (TimeoutException e) {
            late = true;
            throw new UndecodableFrameException(
                    Outcomes.CODEC_TIMEOUT, "codec '" + model.id() + "' did not return in time", e);
        } catch (ExecutionException e) {
            throw refused(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UndecodableFrameException(Outcomes.CODEC_TIMEOUT, "interrupted", e);
        }
    }

    private UndecodableFrameException refused(Throwable thrown) {
        return thrown instanceof UndecodableFrameException e
                ? e
                : new UndecodableFrameException(
                        Outcomes.CODEC_FAILED, "codec '" + model.id() + "' threw " + thrown, thrown);
    }

    void close() {
        lane.shutdown();
    }
}
