package de.einsnull.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.security.api.Identity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever sends a link must not put words into the city's mouth; who saved something must read that it was saved. */
class PageNoticeTest {

    private enum Notice implements PageNotice {
        SAVED,
        NOTHING;

        @Override
        public Kind kind() {
            return this == SAVED ? Kind.SUCCESS : Kind.INFO;
        }

        @Override
        public String word() {
            return this == SAVED ? "gespeichert" : "nichts";
        }

        @Override
        public String key() {
            return "trees.notice." + word();
        }
    }

    private static PageRequest request(String word) {
        return new PageRequest(
                "GET",
                "",
                Language.DE,
                new Identity("1", "Ada", Set.of()),
                word == null ? Map.of() : Map.of(PageNotice.PARAMETER, List.of(word)),
                Map.of());
    }

    @Test
    void whatStandsInTheAddressIsShownIfThePageKnowsIt() {
        assertThat(Notice.SAVED.query()).isEqualTo("meldung=gespeichert");
        assertThat(PageNotice.of(request("nichts"), Notice.values())).contains(Notice.NOTHING);
        assertThat(PageNotice.shown(request("gespeichert"), Notice.values()))
                .isEqualTo(new PageNotice.Shown("success", "trees.notice.gespeichert"));
    }

    @Test
    void anythingElseIsNothing() {
        assertThat(PageNotice.shown(request("<b>hacked</b>"), Notice.values())).isEqualTo("");
        assertThat(PageNotice.shown(request(null), Notice.values())).isEqualTo("");
    }
}
