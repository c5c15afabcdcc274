package de.einsnull.sensors.api;

/** What can happen to a message or a reading; the codes of the ledger, of metrics and of dead letters. */
public final class Outcomes {

    /** Observations stored. */
    public static final String STORED = "stored";

    /** Observations that had been stored before: delivered twice, kept once. */
    public static final String DUPLICATE = "duplicate";

    /** Messages without a reading, for example a join or a downlink receipt. */
    public static final String IGNORED = "ignored";

    /** The message is not what the driver expects: no JSON, a field is missing. */
    public static final String MALFORMED = "malformed";

    /** The message is longer than the platform accepts. */
    public static final String OVERSIZED = "oversized";

    /** The device is not registered. */
    public static final String UNKNOWN_DEVICE = "unknown-device";

    /** City IT ignores the device; the message is counted and not kept. */
    public static final String IGNORED_DEVICE = "ignored-device";

    /** There is no codec for the model of the device, or it failed its own vectors. */
    public static final String NO_CODEC = "no-codec";

    /** The codec says that it cannot decode the frame. */
    public static final String UNDECODABLE = "undecodable";

    /** The codec threw an unexpected exception. */
    public static final String CODEC_FAILED = "codec-failed";

    /** The codec did not return in time. */
    public static final String CODEC_TIMEOUT = "codec-timeout";

    /** Neither the model nor the driver describes the channel. */
    public static final String UNKNOWN_CHANNEL = "unknown-channel";

    /** The value is not of the type or the unit that the channel has. */
    public static final String WRONG_TYPE = "wrong-type";

    /** The number is NaN or infinite. */
    public static final String NOT_FINITE = "not-finite";

    /** The phenomenon time is more than a day ahead. */
    public static final String FUTURE_TIME = "future-time";

    /** The phenomenon time is before the year 2000. */
    public static final String PAST_TIME = "past-time";

    /** The driver threw an unexpected exception. */
    public static final String DRIVER_FAILED = "driver-failed";

    /** The driver did not return in time. */
    public static final String DRIVER_TIMEOUT = "driver-timeout";

    private Outcomes() {}
}
