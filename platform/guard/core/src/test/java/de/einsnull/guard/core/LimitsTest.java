package de.einsnull.guard.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.Quarantine;
import de.einsnull.health.api.Sentence;
import de.einsnull.testkit.Configurations;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Out of the box every kind of harm has a limit and a sentence. */
class LimitsTest {

    private final Limits limits = Limits.of(Configurations.defaults(GuardConfig.class));

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindHasALimitAndASentenceInBothLanguages(Kind kind) {
        assertThat(limits.of(kind)).isPositive();
        var plain = new Quarantine(
                7, "de.example", "1.2.3", Instant.EPOCH, kind, 4, "page /x", "", true, "", "", Sentence.NONE);

        var told = Words.describe(plain, Duration.ofMinutes(10));

        assertThat(told.german()).contains("de.example 1.2.3", "page /x").doesNotContain("%", "null");
        assertThat(told.english()).contains("de.example 1.2.3", "page /x").doesNotContain("%", "null");
    }

    @Test
    void whatTheDistributionBringsBelongsToThePlatform() {
        assertThat(limits.isPlatform("mvn:de.einsnull/de.einsnull.web.cxf/0.1.0"))
                .isTrue();
        assertThat(limits.isPlatform("file:/data/deploy/partner.jar")).isFalse();
        assertThat(limits.isPlatform("einsnull-module:parking/de.example")).isFalse();
    }
}
