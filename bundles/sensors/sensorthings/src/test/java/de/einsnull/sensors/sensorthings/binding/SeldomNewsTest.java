package de.einsnull.sensors.sensorthings.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Who writes by the thousand must show in the trail, and not fill it. */
class SeldomNewsTest {

    private Instant now = Instant.parse("2026-11-24T08:00:00Z");
    private final SeldomNews news = new SeldomNews(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void itIsNewsOnceAnHourEach() {
        assertThat(news.isNews("a")).isTrue();
        assertThat(news.isNews("a")).isFalse();
        assertThat(news.isNews("b")).isTrue();
        now = now.plus(Duration.ofMinutes(59));
        assertThat(news.isNews("a")).isFalse();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(news.isNews("a")).isTrue();
    }

    /** Somebody who makes up names must not fill the memory. */
    @Test
    void onlyTheLastThousandAreRemembered() {
        for (int i = 0; i <= 1_000; i++) {
            news.isNews("name " + i);
        }
        assertThat(news.isNews("name 1000")).isFalse();
        assertThat(news.isNews("name 0")).as("forgotten").isTrue();
    }
}
