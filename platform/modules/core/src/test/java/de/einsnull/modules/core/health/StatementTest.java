package de.einsnull.modules.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.ModuleDetails.Level;
import de.einsnull.modules.core.health.Statement.Code;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.Sentences;
import de.einsnull.testkit.CatalogueCheck;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** City IT that reads no German must learn what is wrong with a module, too. */
class StatementTest {

    private static final Sentences NOBODYS = new Sentences(owner -> Optional.empty());

    private final CatalogueCheck texts = CatalogueCheck.ofThisModule();

    @Test
    void everyLanguageHasEveryText() {
        texts.isComplete();
        texts.has(
                Arrays.stream(Code.values()).map(code -> "health.cause." + code).toList());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsWrongIsSaidWithItsDetailAndWhatToDo(Language language) {
        var health = Statement.bad("de.example.Parks", Code.NEEDS_SERVICE, "de.example.Bus")
                .in(language, NOBODYS);
        assertThat(health.level()).isEqualTo(Level.BAD);
        assertThat(health.subject()).isEqualTo("de.example.Parks");
        assertThat(health.cause()).contains("de.example.Bus").doesNotContain("{0}", "health.");
        assertThat(health.advice()).isNotBlank().doesNotContain("health.");
    }

    @Test
    void whatAModulesOwnCheckSaysStaysAsItIsAndNeedsNoAdvice() {
        var health =
                new Statement(Level.ATTENTION, "Gate", Code.SAYS, "The gate {0} is open.").in(Language.AR, NOBODYS);
        assertThat(health.cause()).contains("The gate {0} is open.");
        assertThat(health.advice()).isEmpty();
    }
}
