package de.einsnull.settings.rest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.settings.api.Label;
import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.Setting.Choice;
import de.einsnull.settings.api.Setting.Condition;
import de.einsnull.settings.api.Setting.Type;
import de.einsnull.settings.api.SettingsForm;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A script that checks its settings against the schema sends none that are refused. */
class JsonSchemaTest {

    private static final Label LABEL = new Label("label", "");

    private static Setting setting(String id, Type type, boolean list, boolean required, List<String> defaults) {
        return new Setting(
                id,
                LABEL,
                new Label("help of " + id, ""),
                Label.NONE,
                type,
                list,
                required,
                defaults,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                false,
                false,
                Optional.empty());
    }

    private static Setting with(List<Choice> choices, Optional<Condition> condition) {
        return new Setting(
                "mode",
                LABEL,
                Label.NONE,
                Label.NONE,
                Type.INTEGER,
                false,
                true,
                List.of("1"),
                choices,
                Optional.of(BigDecimal.ONE),
                Optional.of(BigDecimal.TEN),
                "",
                false,
                false,
                false,
                condition);
    }

    private static Map<String, Object> schema(Setting... settings) {
        return JsonSchema.of(new SettingsForm("pid", false, new Label("Gate", ""), LABEL, "m", "M", List.of(settings)));
    }

    private static Map<?, ?> property(Setting setting) {
        return (Map<?, ?>) ((Map<?, ?>) schema(setting).get("properties")).get(setting.id());
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, string",
        "CHARACTER, string",
        "TRUTH, boolean",
        "INTEGER, integer",
        "LONG, integer",
        "SHORT, integer",
        "BYTE, integer",
        "DOUBLE, number",
        "FLOAT, number"
    })
    void typesAreThoseOfJson(Type type, String name) {
        assertThat(property(setting("a", type, false, false, List.of())).get("type"))
                .isEqualTo(name);
    }

    /** A default in quotes would not fit the type beside it. */
    @Test
    void defaultsAreOfTheirType() {
        assertThat(property(setting("a", Type.INTEGER, false, false, List.of("7")))
                        .get("default"))
                .isEqualTo(BigInteger.valueOf(7));
        assertThat(property(setting("a", Type.DOUBLE, false, false, List.of("7.5")))
                        .get("default"))
                .isEqualTo(new BigDecimal("7.5"));
        assertThat(property(setting("a", Type.TRUTH, false, false, List.of("true")))
                        .get("default"))
                .isEqualTo(true);
        assertThat(property(setting("a", Type.TEXT, false, false, List.of("x"))).get("default"))
                .isEqualTo("x");
        assertThat(property(setting("a", Type.TEXT, false, false, List.of())).containsKey("default"))
                .isFalse();
    }

    @Test
    void aListIsAnArrayOfItsValues() {
        var property = property(setting("a", Type.INTEGER, true, false, List.of("1", "2")));
        assertThat(property.get("type")).isEqualTo("array");
        assertThat(property.get("items")).isEqualTo(Map.of("type", "integer"));
        assertThat(property.get("default")).isEqualTo(List.of("1", "2"));
        assertThat(property.get("description")).isEqualTo("help of a");
    }

    @Test
    void choicesAndBoundsAreStated() {
        var property = property(with(List.of(new Choice("1", LABEL), new Choice("2", LABEL)), Optional.empty()));
        assertThat(property.get("enum")).isEqualTo(List.of(BigInteger.ONE, BigInteger.TWO));
        assertThat(property.get("minimum")).isEqualTo(BigDecimal.ONE);
        assertThat(property.get("maximum")).isEqualTo(BigDecimal.TEN);
    }

    /** It counts only sometimes, which the schema cannot say: the server decides. */
    @Test
    void whatIsRequiredUnderAConditionIsNotRequiredAlways() {
        var condition = Optional.of(new Condition("other", List.of("x")));
        assertThat(schema(with(List.of(), condition)).get("required")).isEqualTo(List.of());
        assertThat(schema(with(List.of(), Optional.empty())).get("required")).isEqualTo(List.of("mode"));
    }

    @Test
    void aTypingErrorIsNoSetting() {
        assertThat(schema())
                .containsEntry("additionalProperties", false)
                .containsEntry("title", "Gate")
                .containsEntry("$schema", "https://json-schema.org/draft/2020-12/schema");
    }
}
