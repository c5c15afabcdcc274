package de.einsnull.security.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.security.api.PersonalData.Item;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the law owes to a person must not depend on the goodwill of a module. */
class PersonalDataTest {

    private static final Item ITEM = new Item("a", Map.of());

    @Test
    void purposeAndTimeAreOwed() {
        assertThatThrownBy(() -> new PersonalData("Title", " ", "a year", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PersonalData("Title", "purpose", "", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void factsStayInTheirOrder() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("z", "1");
        facts.put("a", "2");

        assertThat(new Item("label", facts).facts().keySet()).containsExactly("z", "a");
    }

    @Test
    void moreThanAPageCanTellIsRefused() {
        var many = Collections.nCopies(PersonalData.MOST_ITEMS + 1, ITEM);

        assertThatThrownBy(() -> new PersonalData("Title", "purpose", "a year", many))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoKeepsDataSaysWhy() {
        assertThat(Erasure.ofAll(3)).isEqualTo(new Erasure(3, 0, ""));
        assertThatThrownBy(() -> Erasure.refused(1, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Erasure(-1, 0, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
