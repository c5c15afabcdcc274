package de.einsnull.web.cxf.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A body that is longer than it may be is not read to its end, whatever its headers say. */
class LimitedRequestTest {

    private final Body body = new Body("Straße 12");
    private final HttpServletRequest raw = (HttpServletRequest) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) -> switch (method.getName()) {
                case "getInputStream" -> body;
                case "startAsync" -> null;
                default -> throw new UnsupportedOperationException(method.getName());
            });

    /** What a client sends. */
    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Body(String text) {
            bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void aBodyOfJustTheLimitIsReadWhole() throws IOException {
        var request = new LimitedRequest(raw, 10);
        assertThat(request.getInputStream().readAllBytes()).hasSize(10);
        assertThat(request.getInputStream().isFinished()).isTrue();
        assertThat(request.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void oneByteMoreIsRefusedWithTheLimit() {
        var request = new LimitedRequest(raw, 9);
        assertThatThrownBy(() -> request.getInputStream().readAllBytes())
                .isInstanceOfSatisfying(BodyTooLargeException.class, e -> assertThat(e.limitInBytes())
                        .isEqualTo(9));
    }

    /** A reader that swallows the first refusal must not get the rest. */
    @Test
    void afterTheRefusalNothingMoreIsGiven() throws IOException {
        var stream = new LimitedRequest(raw, 2).getInputStream();
        assertThat(stream.read()).isEqualTo('S');
        assertThat(stream.read()).isEqualTo('t');
        assertThatThrownBy(stream::read).isInstanceOf(BodyTooLargeException.class);
        assertThatThrownBy(stream::read).isInstanceOf(BodyTooLargeException.class);
        assertThatThrownBy(() -> stream.read(new byte[8])).isInstanceOf(BodyTooLargeException.class);
    }

    @Test
    void theReaderIsBoundToo() throws IOException {
        assertThat(new LimitedRequest(raw, 100).getReader().readLine()).isEqualTo("Straße 12");
        body.bytes.reset();
        var reader = new LimitedRequest(raw, 3).getReader();
        assertThatThrownBy(reader::readLine).isInstanceOf(BodyTooLargeException.class);
    }

    /** Whoever asks later must know, although the other thread has long answered. */
    @Test
    void thatTheAnswerWasLeftToAnotherThreadIsRemembered() {
        var request = new LimitedRequest(raw, 1);
        assertThat(request.wentAsync()).isFalse();
        var ignored = request.startAsync();
        assertThat(request.wentAsync()).isTrue();
    }
}
