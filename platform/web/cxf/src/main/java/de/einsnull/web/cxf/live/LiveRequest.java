package de.einsnull.web.cxf.live;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a page asks for. */
record LiveRequest(String address, Set<String> channels, boolean cameBack) {

    private static final Pattern CHANNEL = Pattern.compile("[a-z0-9]+([-/][a-z0-9]+)*");
    private static final int LONGEST_CHANNEL = 100;
    private static final int MOST_CHANNELS = 16;

    /** Empty if the request is not understood. */
    static Optional<LiveRequest> of(HttpServletRequest request) {
        var asked = request.getParameterValues("channel");
        if (asked == null
                || asked.length > MOST_CHANNELS
                || !Arrays.stream(asked).allMatch(LiveRequest::isChannel)) {
            return Optional.empty();
        }
        return Optional.of(new LiveRequest(
                request.getRemoteAddr(),
                Arrays.stream(asked).collect(Collectors.toUnmodifiableSet()),
                request.getHeader("Last-Event-ID") != null));
    }

    static boolean isChannel(String name) {
        return name.length() <= LONGEST_CHANNEL && CHANNEL.matcher(name).matches();
    }
}
