package de.einsnull.portal.shell.pages;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.StartWidget;
import de.einsnull.portal.shell.render.PageState;
import de.einsnull.portal.shell.testing.FakeBundle;
import de.einsnull.portal.shell.testing.MemoryResources;
import de.einsnull.portal.shell.testing.TestPortal;
import de.einsnull.security.api.Identity;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The start page shows every card that can be had, and never waits for one that cannot. */
@Timeout(30)
class WidgetsTest {

    private static final PageRequest REQUEST = new PageRequest("GET", "", Language.DE, Identity.ANONYMOUS, Map.of());

    private final TestPortal portal = new TestPortal();
    private final Widgets widgets = new Widgets(portal.registry(), portal.lanes(), portal.meters(), portal.clock());
    private final FakeBundle bundle = bundle("trees");
    private final PageState page = new PageState(Language.DE, () -> "");

    @AfterEach
    void close() {
        portal.close();
    }

    private static FakeBundle bundle(String name) {
        return new FakeBundle(new MemoryResources(name)
                .with("templates/card.peb", "{{ style('card.css') }}<h3>{{ name }}</h3>")
                .with("static/card.css", "a{}"));
    }

    private static StartWidget widget(int order, Callable<Optional<StartWidget.Card>> card) {
        return new StartWidget() {
            @Override
            public int order() {
                return order;
            }

            @Override
            public Optional<Card> render(PageRequest request) throws Exception {
                return card.call();
            }
        };
    }

    private static StartWidget named(int order, String name) {
        return widget(order, () -> Optional.of(new StartWidget.Card("card", Map.of("name", name))));
    }

    private List<String> cards() {
        return widgets.render(REQUEST, page).stream().map(SafeString::toString).toList();
    }

    @Test
    void comeInTheirOrderWithTheirStyles() {
        portal.add(bundle, named(2, "zwei"));
        portal.add(bundle, named(1, "eins & <1>"));
        assertThat(cards()).containsExactly("<h3>eins &amp; &lt;1&gt;</h3>", "<h3>zwei</h3>");
        assertThat(page.styles()).hasSize(1);
    }

    @Test
    void mayHaveNothingToShow() {
        portal.add(bundle, widget(1, Optional::empty));
        assertThat(cards()).isEmpty();
    }

    @Test
    void areLeftOutWhenTheyFailAndRestAWhile() {
        var calls = new AtomicInteger();
        portal.add(bundle, widget(1, () -> {
            calls.incrementAndGet();
            throw new IllegalStateException("broken");
        }));
        portal.add(bundle, named(2, "heil"));
        assertThat(cards()).containsExactly("<h3>heil</h3>");
        assertThat(cards()).hasSize(1);
        assertThat(calls).as("not asked again at once").hasValue(1);
        assertThat(portal.metrics().counted("portal.failures bundle trees cause thrown"))
                .isEqualTo(1);
        portal.clock().advance(Duration.ofSeconds(31));
        cards();
        assertThat(calls).hasValue(2);
    }

    @Test
    void areLeftOutWhenTheirTemplateIsBroken() {
        portal.add(bundle, widget(1, () -> Optional.of(new StartWidget.Card("card", Map.of()))));
        assertThat(cards()).isEmpty();
    }

    @Test
    void areLeftOutWhenTheyHangWhileOthersShow() {
        var hang = new CountDownLatch(1);
        portal.add(bundle("slow"), widget(1, () -> {
            hang.await();
            return Optional.empty();
        }));
        portal.add(bundle, named(2, "heil"));
        assertThat(cards()).containsExactly("<h3>heil</h3>");
        long before = System.nanoTime();
        assertThat(cards()).containsExactly("<h3>heil</h3>");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(1500));
    }
}
