package de.einsnull.security.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.testkit.FakeRequest;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedRequestTest {

    /** Else a body without a stated length could fill the memory. */
    @Test
    void stopsAtTheLimitHoweverTheBodyIsRead() throws Exception {
        assertThatThrownBy(() -> limited("12345", 4).getInputStream().readAllBytes())
                .isInstanceOf(BodyTooLarge.class)
                .hasMessageContaining("4 bytes");
        assertThatThrownBy(() -> limited("12345", 4).getReader().readLine()).isInstanceOf(BodyTooLarge.class);
        var single = limited("12345", 4).getInputStream();
        assertThat(single.skip(4)).isEqualTo(4);
        assertThatThrownBy(single::read).isInstanceOf(BodyTooLarge.class);
    }

    /** Else umlauts in a body at the limit would be cut or refused. */
    @Test
    void passesABodyOfExactlyTheLimit() throws Exception {
        assertThat(limited("größe", 7).getReader().readLine()).isEqualTo("größe");
        var stream = limited("1234", 4).getInputStream();
        assertThat(stream.isReady()).isTrue();
        assertThat(stream.readAllBytes()).hasSize(4);
        assertThat(stream.isFinished()).isTrue();
    }

    /** Else a servlet that wraps the failure would turn "too large" into "internal error". */
    @Test
    void isRecognisedBehindOtherFailures() {
        var wrapped = new ServletException("JSON cannot be read", new IOException("wrapped", new BodyTooLarge(4)));
        assertThat(BodyTooLarge.isBehind(wrapped)).isTrue();
        assertThat(BodyTooLarge.isBehind(new IOException("other"))).isFalse();
    }

    private static LimitedRequest limited(String body, long limit) {
        return new LimitedRequest(FakeRequest.post("/x").body(body), limit);
    }
}
