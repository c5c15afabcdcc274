package de.einsnull.health.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.apache.felix.hc.api.ResultLog;
import org.junit.jupiter.api.Test;

/** What is wrong must reach machines in English and people in their language, with the same figures. */
class CheckLogTest {

    private static final CheckWords WORDS = CheckWords.of(CheckLogTest.class);

    @Test
    void machinesGetEnglishAndPagesTheSentence() {
        var log = new CheckLog(WORDS);
        log.warn("check.low", 12, "/data");

        Result result = log.result();

        assertThat(result.getStatus()).isEqualTo(Status.WARN);
        assertThat(result).singleElement().satisfies(entry -> {
            assertThat(entry.getMessage()).isEqualTo("Only 12 MiB are free on /data.");
            assertThat(CheckLog.sentence(entry)).hasValueSatisfying(sentence -> {
                assertThat(sentence.key()).isEqualTo("check.low");
                assertThat(sentence.arguments()).containsExactly("12", "/data");
            });
        });
    }

    @Test
    void theWorstDecides() {
        var log = new CheckLog(WORDS);
        log.good("check.advice");
        log.critical("check.low", 0, "/");
        log.unavailable("check.advice");
        assertThat(log.result().getStatus()).isEqualTo(Status.CRITICAL);
    }

    @Test
    void whatFollowsIsSaidToo() {
        var log = new CheckLog(WORDS);
        log.say(
                Status.WARN,
                WORDS.sentence("check.low", 1, "/x").and(List.of(Sentence.NONE, WORDS.sentence("check.advice"))));
        assertThat(log.result()).singleElement().satisfies(entry -> assertThat(entry.getMessage())
                .isEqualTo("Only 1 MiB are free on /x. Free some space."));
    }

    /** A check of somebody else is shown as it is. */
    @Test
    void otherChecksHaveNoSentence() {
        assertThat(CheckLog.sentence(new ResultLog.Entry(Status.OK, "fine"))).isEmpty();
    }

    /** A disk called {1} must not become another argument, and a $ must not end the page. */
    @Test
    void argumentsStayWhatTheyAre() {
        var sentence = Sentence.of("x", "y", "{1}$0\\", "b");
        assertThat(sentence.in("{0}, {1}, {2}", UnaryOperator.identity())).isEqualTo("{1}$0\\, b, {2}");
    }

    /** History files of before there were sentences have none of the lists. */
    @Test
    void whatWasNotWrittenDownIsEmpty() {
        var read = new Sentence("x", "y", null, null);
        assertThat(read.arguments()).isEmpty();
        assertThat(read.then()).isEmpty();
        assertThat(Optional.of(Sentence.NONE))
                .hasValueSatisfying(none -> assertThat(none.saysNothing()).isTrue());
    }

    @Test
    void aBundleWithoutWordsIsNoticedAtOnce() {
        assertThatThrownBy(() -> CheckWords.of(String.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("messages_en.properties");
    }
}
