package de.einsnull.web.cxf.host;

import de.einsnull.web.api.RestModule;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** What a resource's service properties ask for, checked. */
record ModuleSettings(String path, String title, int maxBodyInBytes, int maxAnswerInBytes, Duration timeLimit) {

    private static final Pattern PATH = Pattern.compile("(/[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}){1,8}");
    private static final Pattern TAKEN = Pattern.compile(
            "/(api|assets|health|live|login|logout|metrics|problems)|" + "/(assets|health|problems)/.*");
    private static final int MOST_BODY = 104_857_600;
    private static final int MOST_ANSWER = 1_073_741_824;
    private static final int DEFAULT_ANSWER = 33_554_432;
    private static final int DEFAULT_BODY = 1_048_576;
    private static final int DEFAULT_LIMIT = 30_000;

    /**
     * Reads and checks.
     *
     * @throws IllegalArgumentException with a sentence that the module's author can act on
     */
    static ModuleSettings of(Map<String, Object> properties) {
        var path = String.valueOf(properties.getOrDefault(RestModule.PREFIX_ + "path", ""));
        if (!PATH.matcher(path).matches() || TAKEN.matcher(path).matches()) {
            throw new IllegalArgumentException("einsnull.rest.path must be an absolute path that the platform does not"
                    + " use itself, without a trailing slash, but is: " + path);
        }
        var title = String.valueOf(properties.getOrDefault(RestModule.PREFIX_ + "title", path));
        var body = number(properties, "maxBodyInBytes", DEFAULT_BODY, 1, MOST_BODY);
        var limit = number(properties, "timeLimitInMs", DEFAULT_LIMIT, 100, 300_000);
        var answer = number(properties, "maxAnswerInBytes", DEFAULT_ANSWER, 1, MOST_ANSWER);
        return new ModuleSettings(path, title, body, answer, Duration.ofMillis(limit));
    }

    private static int number(Map<String, Object> properties, String name, int ifAbsent, int least, int most) {
        var value = properties.getOrDefault(RestModule.PREFIX_ + name, ifAbsent);
        if (value instanceof Number number && number.longValue() >= least && number.longValue() <= most) {
            return number.intValue();
        }
        throw new IllegalArgumentException(
                "einsnull.rest." + name + " must be a number from " + least + " to " + most + " but is: " + value);
    }

    /** The looser of both, for a module whose resources differ. */
    ModuleSettings with(ModuleSettings other) {
        return new ModuleSettings(
                path,
                title,
                Math.max(maxBodyInBytes, other.maxBodyInBytes),
                Math.max(maxAnswerInBytes, other.maxAnswerInBytes),
                timeLimit.compareTo(other.timeLimit) >= 0 ? timeLimit : other.timeLimit);
    }
}
