package de.einsnull.web.cxf.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** When an answer can still be changed, and when it has gone. */
class GuardedResponseTest {

    private final FakeResponse real = new FakeResponse();
    private final GuardedResponse guarded = new GuardedResponse(real.asResponse(), 10);

    @Test
    void aSmallAnswerLeavesWholeAndWithItsLength() throws IOException {
        write("12345");
        guarded.flushBuffer();
        assertThat(real.body.size()).isZero();
        assertThat(guarded.isCommitted()).isFalse();
        guarded.finish();
        assertThat(real.text()).isEqualTo("12345");
        assertThat(real.headers).containsEntry("Content-Length", 5);
    }

    @Test
    void aLargeAnswerFlows() throws IOException {
        write("1234567890");
        write("1");
        assertThat(real.text()).isEqualTo("12345678901");
        write("2");
        guarded.finish();
        assertThat(real.text()).isEqualTo("123456789012");
        assertThat(real.headers).doesNotContainKey("Content-Length");
    }

    @Test
    void eventsLeaveAtOnce() throws IOException {
        guarded.setContentType("text/event-stream");
        write("data");
        guarded.flushBuffer();
        assertThat(real.text()).isEqualTo("data");
        assertThat(real.flushes).isEqualTo(1);
    }

    @Test
    void anErrorReplacesWhatIsKept() throws IOException {
        write("{\"half\":");
        guarded.discardBody();
        guarded.sendError(500);
        write("error");
        guarded.finish();
        assertThat(real.text()).isEqualTo("error");
        assertThat(real.status).isEqualTo(500);
    }

    /** The thread that hangs may wake up any time; the client has its answer already. */
    @Test
    void afterATakeOverTheOwnersAnswerIsLost() throws IOException {
        write("1234");
        var response = guarded.takeOver();
        response.setStatus(503);
        response.getOutputStream().write("sorry".getBytes(StandardCharsets.UTF_8));
        write("late");
        guarded.setStatus(200);
        guarded.setHeader("X-Late", "1");
        guarded.setContentType("text/late");
        guarded.finish();
        assertThat(real.text()).isEqualTo("sorry");
        assertThat(real.status).isEqualTo(503);
        assertThat(real.headers).doesNotContainKeys("X-Late", "Content-Type");
        assertThat(guarded.isTaken()).isTrue();
    }

    @Test
    void anAnswerThatHasBegunCannotBeTakenButBreaksOff() throws IOException {
        write("12345678901");
        assertThat(guarded.takeOver()).isNull();
        assertThatThrownBy(() -> write("more")).isInstanceOf(IOException.class);
    }

    /** One module's answer must not keep the line for ever, nor pass for whole when it is not. */
    @Test
    void anAnswerThatIsTooLargeBreaksOff() throws IOException {
        var limited = new GuardedResponse(real.asResponse(), 10, 20, "GET /api/x");
        limited.getOutputStream().write(new byte[20]);
        assertThat(limited.isTooLarge()).isFalse();
        assertThatThrownBy(() -> limited.getOutputStream().write(1)).hasMessageContaining("20 bytes");
        assertThat(limited.isTooLarge()).isTrue();
        assertThat(limited.isTaken()).isTrue();
        assertThat(real.body.size()).isEqualTo(20);
    }

    @Test
    void aWriterWritesUtf8() throws IOException {
        guarded.getWriter().print("Bäume");
        guarded.finish();
        assertThat(real.text()).isEqualTo("Bäume");
    }

    private void write(String text) throws IOException {
        guarded.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
