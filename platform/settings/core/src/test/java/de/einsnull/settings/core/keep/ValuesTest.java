package de.einsnull.settings.core.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.settings.api.Label;
import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.Setting.Type;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A module gets its settings in the type it declared, and city IT sees them as they were typed. */
class ValuesTest {

    private static Setting setting(Type type, boolean list) {
        return new Setting(
                "value",
                Label.NONE,
                Label.NONE,
                Label.NONE,
                type,
                list,
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                false,
                false,
                Optional.empty());
    }

    @Test
    void eachTypeIsTheOneOfTheConfiguration() {
        assertThat(Values.typed(Type.TEXT, " as it is ")).isEqualTo(" as it is ");
        assertThat(Values.typed(Type.TRUTH, "Ja")).isEqualTo(true);
        assertThat(Values.typed(Type.TRUTH, "0")).isEqualTo(false);
        assertThat(Values.typed(Type.INTEGER, "7")).isEqualTo(7);
        assertThat(Values.typed(Type.LONG, "7")).isEqualTo(7L);
        assertThat(Values.typed(Type.SHORT, "7")).isEqualTo((short) 7);
        assertThat(Values.typed(Type.BYTE, "7")).isEqualTo((byte) 7);
        assertThat(Values.typed(Type.DOUBLE, "7,25")).isEqualTo(7.25);
        assertThat(Values.typed(Type.FLOAT, "7.25")).isEqualTo(7.25f);
        assertThat(Values.typed(Type.CHARACTER, "x")).isEqualTo('x');
    }

    /** ConfigurationAdmin takes arrays of one type only; one of plain objects would be refused when it is too late. */
    @ParameterizedTest
    @EnumSource(Type.class)
    void aListIsAnArrayOfItsType(Type type) {
        var text = type == Type.TRUTH ? "true" : "7";
        var array = Values.typed(setting(type, true), List.of(text, text));
        assertThat(array.getClass().getComponentType())
                .isEqualTo(Values.typed(type, text).getClass());
        assertThat(Values.texts(array)).hasSize(2);
    }

    @Test
    void whatIsOfNoTypeIsRefused() {
        for (Runnable wrong : new Runnable[] {
            () -> Values.typed(Type.TRUTH, "perhaps"),
            () -> Values.typed(Type.INTEGER, "x"),
            () -> Values.typed(Type.CHARACTER, ""),
            () -> Values.typed(Type.DOUBLE, "1,2,3")
        }) {
            assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Files of Felix hold arrays of primitives and vectors too. */
    @Test
    void everythingThatAConfigurationMayHoldIsShown() {
        assertThat(Values.texts(new int[] {1, 2})).containsExactly("1", "2");
        assertThat(Values.texts(new String[] {"a", "b"})).containsExactly("a", "b");
        assertThat(Values.texts(new Vector<>(List.of(1L, 2L)))).containsExactly("1", "2");
        assertThat(Values.texts(true)).containsExactly("true");
    }

    @Test
    void blanksAroundAValueAreNobodysIntention() {
        assertThat(Values.tidy(List.of(" a ", "", "  ", "\tb\n", "\u2003"))).containsExactly("a", "b");
    }
}
