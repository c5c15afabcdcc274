package de.einsnull.web.cxf.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to events while the other side does not take them. */
class EventPipeTest {

    private final List<String> calls = new ArrayList<>();
    private final Client client = new Client();
    private final EventPipe pipe = new EventPipe(context(), client, 3, 10, () -> calls.add("ended"));

    private AsyncContext context() {
        return (AsyncContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AsyncContext.class}, (self, method, arguments) -> {
                    calls.add(method.getName());
                    return null;
                });
    }

    /** A connection that takes what it is told to. */
    private static final class Client extends ServletOutputStream {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private boolean ready = true;
        private boolean gone;

        @Override
        public void write(int value) throws IOException {
            if (gone) {
                throw new IOException("gone");
            }
            taken.write(value);
        }

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            // the test calls it itself
        }
    }

    private boolean offer(String event) {
        return pipe.offer(event.getBytes(StandardCharsets.UTF_8));
    }

    private String taken() {
        return client.taken.toString(StandardCharsets.UTF_8);
    }

    private void becomesReady() {
        client.ready = true;
        pipe.onWritePossible();
    }

    @Test
    void eventsWaitInOrderUntilTheyAreTaken() {
        assertThat(offer("a")).isTrue();
        client.ready = false;
        assertThat(offer("b")).isTrue();
        assertThat(offer("c")).isTrue();
        assertThat(taken()).isEqualTo("a");
        becomesReady();
        assertThat(taken()).isEqualTo("abc");
    }

    @Test
    void neitherTooManyNorTooLargeOnesWait() {
        client.ready = false;
        assertThat(offer("12345678")).isTrue();
        assertThat(offer("901")).isFalse();
        assertThat(offer("9")).isTrue();
        assertThat(offer("0")).isTrue();
        assertThat(offer("")).isFalse();
        becomesReady();
        assertThat(taken()).isEqualTo("1234567890");
        assertThat(offer("1234567890")).isTrue();
    }

    @Test
    void whatWaitsCanBeReplaced() {
        client.ready = false;
        offer("old");
        pipe.replace("new".getBytes(StandardCharsets.UTF_8));
        becomesReady();
        assertThat(taken()).isEqualTo("new");
    }

    @Test
    void aFinishedStreamIsTakenWholeBeforeItEnds() {
        client.ready = false;
        offer("last");
        pipe.finish();
        assertThat(calls).isEmpty();
        assertThat(offer("late")).isFalse();
        becomesReady();
        assertThat(taken()).isEqualTo("last");
        assertThat(calls).containsExactly("ended", "complete");
    }

    /** It must be told apart from one that is merely slow. */
    @Test
    void onlyWhatTakesNothingAtAllIsStuck() {
        client.ready = false;
        offer("a");
        offer("b");
        assertThat(pipe.isStuck()).isFalse();
        assertThat(pipe.isStuck()).isTrue();
        becomesReady();
        assertThat(pipe.isStuck()).isFalse();
        assertThat(pipe.isStuck()).isFalse();
    }

    @Test
    void oneThatLeavesEndsTheStreamOnce() {
        client.gone = true;
        offer("a");
        pipe.onError(new IOException("gone"));
        pipe.end();
        assertThat(pipe.isEnded()).isTrue();
        assertThat(calls).containsExactly("ended", "complete");
        assertThat(offer("b")).isFalse();
    }
}
