package de.einsnull.health.api;

import java.util.Optional;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.apache.felix.hc.api.ResultLog;

/**
 * What a health check found, in sentences that pages say in any language of the portal. One for each execution of a check;
 * not thread-safe.
 *
 * <pre>{@code
 * private static final CheckWords WORDS = CheckWords.of(DiskCheck.class);
 *
 * public Result execute() {
 *     var log = new CheckLog(WORDS);
 *     log.warn("check.disk.low", freeInMiB);
 *     return log.result();
 * }
 * }</pre>
 */
public final class CheckLog extends ResultLog {

    private final CheckWords words;

    /**
     * Begins without an entry, which counts as a warning.
     *
     * @param words words of the bundle
     */
    public CheckLog(CheckWords words) {
        this.words = words;
    }

    /**
     * The sentence behind an entry of a result.
     *
     * @param entry the entry, of any check
     * @return empty if the check said it in English only
     */
    public static Optional<Sentence> sentence(ResultLog.Entry entry) {
        return entry instanceof Said said ? Optional.of(said.sentence) : Optional.empty();
    }

    /**
     * All is well.
     *
     * @param key key of the text
     * @param arguments what stands for {@code {0}}, {@code {1}} ...
     */
    public void good(String key, Object... arguments) {
        say(Status.OK, words.sentence(key, arguments));
    }

    /**
     * It works, but somebody should look.
     *
     * @param key key of the text, which says cause and advice
     * @param arguments what stands for {@code {0}}, {@code {1}} ...
     */
    public void warn(String key, Object... arguments) {
        say(Status.WARN, words.sentence(key, arguments));
    }

    /**
     * It does not work.
     *
     * @param key key of the text, which says cause and advice
     * @param arguments what stands for {@code {0}}, {@code {1}} ...
     */
    public void critical(String key, Object... arguments) {
        say(Status.CRITICAL, words.sentence(key, arguments));
    }

    /**
     * It does not work yet, and will without anybody's help.
     *
     * @param key key of the text
     * @param arguments what stands for {@code {0}}, {@code {1}} ...
     */
    public void unavailable(String key, Object... arguments) {
        say(Status.TEMPORARILY_UNAVAILABLE, words.sentence(key, arguments));
    }

    /**
     * Says something.
     *
     * @param status how serious it is
     * @param sentence a sentence of this bundle
     */
    public void say(Status status, Sentence sentence) {
        add(new Said(status, words.english(sentence), sentence));
    }

    /**
     * Ends the check.
     *
     * @return what it found
     */
    public Result result() {
        return new Result(this);
    }

    private static final class Said extends Entry {

        private final Sentence sentence;

        Said(Status status, String english, Sentence sentence) {
            super(status, english);
            this.sentence = sentence;
        }
    }
}
