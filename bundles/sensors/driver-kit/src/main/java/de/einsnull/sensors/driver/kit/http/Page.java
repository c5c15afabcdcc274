package de.einsnull.sensors.driver.kit.http;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a peer answered.
 *
 * @param address what was asked for, before redirects
 * @param body content, unzipped, not to be changed
 * @param contentType as the peer says, may be empty
 * @param etag validator of the peer, may be empty
 * @param lastModified the other validator, may be empty
 */
public record Page(URI address, byte[] body, String contentType, String etag, String lastModified) {

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    /**
     * Encoding of the text.
     *
     * @return what the peer says, UTF-8 if it says nothing or nothing that is known
     */
    public Charset charset() {
        Matcher said = CHARSET.matcher(contentType);
        try {
            return said.find() ? Charset.forName(said.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
