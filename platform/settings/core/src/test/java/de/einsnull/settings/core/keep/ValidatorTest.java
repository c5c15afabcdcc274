package de.einsnull.settings.core.keep;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.settings.api.Fault;
import de.einsnull.settings.api.Fault.Code;
import de.einsnull.settings.api.Label;
import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.Setting.Choice;
import de.einsnull.settings.api.Setting.Type;
import de.einsnull.settings.api.SettingsForm;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that is let in wrongly stops a driver at night; one that is refused wrongly stops city IT by day. */
class ValidatorTest {

    private Type type = Type.TEXT;
    private boolean list;
    private boolean required;
    private boolean secret;
    private boolean place;
    private boolean names;
    private String pattern = "";
    private List<Choice> choices = List.of();
    private Optional<BigDecimal> least = Optional.empty();
    private Optional<BigDecimal> most = Optional.empty();

    private SettingsForm form() {
        var setting = new Setting(
                "value",
                Label.NONE,
                Label.NONE,
                Label.NONE,
                type,
                list,
                required,
                List.of(),
                choices,
                least,
                most,
                pattern,
                secret,
                place,
                names,
                Optional.empty());
        return new SettingsForm("pid", false, Label.NONE, Label.NONE, "m", "M", List.of(setting));
    }

    private List<Code> codes(String... values) {
        var all = values.length == 0 ? Map.<String, List<String>>of() : Map.of("value", List.of(values));
        return Validator.faults(form(), all, Set.of()).stream().map(Fault::code).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 7, true",
        "INTEGER, -7, true",
        "INTEGER, +7, true",
        "INTEGER, 7.5, false",
        "INTEGER, 2147483648, false",
        "INTEGER, 0x10, false",
        "INTEGER, seven, false",
        "LONG, 2147483648, true",
        "LONG, 9223372036854775808, false",
        "SHORT, 32767, true",
        "SHORT, 32768, false",
        "BYTE, 127, true",
        "BYTE, 128, false",
        "DOUBLE, '7,5', true",
        "DOUBLE, 7.5e3, true",
        "DOUBLE, NaN, false",
        "DOUBLE, Infinity, false",
        "DOUBLE, 7d, false",
        "FLOAT, 0.5, true",
        "FLOAT, 1.2.3, false",
        "TRUTH, true, true",
        "TRUTH, ja, true",
        "TRUTH, NEIN, true",
        "TRUTH, perhaps, false",
        "CHARACTER, x, true",
        "CHARACTER, xy, false"
    })
    void aValueIsOfItsType(Type one, String value, boolean fine) {
        type = one;
        assertThat(codes(value).isEmpty()).isEqualTo(fine);
    }

    @Test
    void boundsBelongToTheRange() {
        type = Type.DOUBLE;
        least = Optional.of(new BigDecimal("-1.5"));
        most = Optional.of(BigDecimal.TEN);
        assertThat(codes("-1.5")).isEmpty();
        assertThat(codes("10.0")).isEmpty();
        assertThat(codes("-1.50001")).containsExactly(Code.TOO_SMALL);
        assertThat(codes("10.1")).containsExactly(Code.TOO_LARGE);
    }

    @Test
    void aNumberMayBeAChoiceToo() {
        type = Type.INTEGER;
        choices = List.of(new Choice("1", Label.NONE), new Choice("2", Label.NONE));
        assertThat(codes("2")).isEmpty();
        assertThat(codes("3")).containsExactly(Code.NOT_A_CHOICE);
    }

    @Test
    void whatIsRequiredMustBeThereUnlessItsSecretIsKept() {
        required = true;
        secret = true;
        assertThat(codes()).containsExactly(Code.REQUIRED);
        assertThat(Validator.faults(form(), Map.of(), Set.of("value"))).isEmpty();
    }

    @Test
    void onlyAListTakesSeveralAndNotTooMany() {
        assertThat(codes("a", "b")).containsExactly(Code.ONLY_ONE);
        list = true;
        assertThat(codes("a", "b")).isEmpty();
        assertThat(codes(Collections.nCopies(501, "a").toArray(String[]::new))).containsExactly(Code.TOO_LONG);
        type = Type.INTEGER;
        assertThat(codes("1", "x", "y")).containsExactly(Code.NOT_WHOLE);
    }

    @Test
    void aTextWithoutEndIsRefused() {
        assertThat(codes("x".repeat(10_000))).isEmpty();
        assertThat(codes("x".repeat(10_001))).containsExactly(Code.TOO_LONG);
    }

    /** What stands behind it is known only when the module starts. */
    @Test
    void aReferenceIsTakenWhateverTheTypeIs() {
        type = Type.INTEGER;
        assertThat(codes("$[env:PORT]")).isEmpty();
        assertThat(codes("$[secret:port]")).isEmpty();
        assertThat(codes("$[file:/etc/passwd]")).containsExactly(Code.NOT_WHOLE);
        assertThat(codes("$[env:]")).containsExactly(Code.NOT_WHOLE);
    }

    @Test
    void aPatternFitsTheWholeValueAndABrokenOneStopsNobody() {
        pattern = "[a-z]+";
        assertThat(codes("abc")).isEmpty();
        assertThat(codes("abc1")).containsExactly(Code.PATTERN);
        pattern = "[a-z";
        assertThat(codes("anything")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'8.1,51.8', true",
        "'-8.1 , -51.8', true",
        "'180,90', true",
        "'180.1,51', false",
        "'8,90.1', false",
        "'8.1', false",
        "'8.1;51.8', false",
        "'8.1,51.8,7', false"
    })
    void aPlaceIsOnEarth(String value, boolean fine) {
        place = true;
        assertThat(codes(value).isEmpty()).isEqualTo(fine);
    }

    @Test
    void theNameOfAnInstanceFitsIntoAnAddressAndAFileName() {
        names = true;
        assertThat(codes("north-1.a_b")).isEmpty();
        for (var bad : new String[] {"../north", "nord süd", "-north", "a/b", "x".repeat(101)}) {
            assertThat(codes(bad)).as(bad).containsExactly(Code.BAD_NAME);
        }
    }

    @Test
    void aSettingThatNobodyDescribesIsNamed() {
        assertThat(Validator.faults(form(), Map.of("typo", List.of("x"), "another", List.of("y")), Set.of()))
                .containsExactly(
                        new Fault("another", Code.UNKNOWN, "another"), new Fault("typo", Code.UNKNOWN, "typo"));
    }
}
