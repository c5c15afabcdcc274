package de.einsnull.portal.shell.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.health.api.Sentence;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.shell.contrib.Contributor;
import de.einsnull.portal.shell.testing.FakeBundle;
import de.einsnull.portal.shell.testing.MemoryResources;
import de.einsnull.portal.shell.testing.TestPortal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the authors of templates may rely on (docs/modules/portal.md). */
class TemplatesTest {

    private final TestPortal portal = new TestPortal();
    private final MemoryResources files = new MemoryResources("trees")
            .with("static/trees.css", "a{}")
            .with(
                    "OSGI-INF/l10n/messages.properties",
                    "title=Bäume\nonly=Nur <deutsch>\nhello=Hallo {0}\ncount={0,plural,one{# Baum}other{# Bäume}}")
            .with("OSGI-INF/l10n/messages_ar.properties", "title=الأشجار")
            .with("OSGI-INF/l10n/messages_de__simple.properties", "title=Die Bäume");
    private PageState state;

    /** A model's record, as modules use them. */
    record Tree(String name, Optional<Instant> seen) {}

    private String render(Language language, String template, Map<String, Object> model) {
        files.with("templates/page.peb", template);
        Contributor trees = portal.contributors().of(new FakeBundle(files).bundle());
        state = new PageState(language, () -> "tok\"en");
        return trees.templates().render("page", model, state);
    }

    private String render(String template) {
        return render(Language.DE, template, Map.of());
    }

    @Test
    void escapesEverything() {
        var model = Map.<String, Object>of("evil", "<script>alert('x')</script>");
        assertThat(render(Language.DE, "<p title=\"{{ evil }}\">{{ evil }}</p>{{ t('hello', evil) }}", model))
                .doesNotContain("<script>");
    }

    @Test
    void refusesVariablesThatDoNotExist() {
        assertThatThrownBy(() -> render("{{ tpyo }}")).hasMessageContaining("tpyo");
    }

    @Test
    void showsRecordsListsAndMaps() {
        var model = Map.<String, Object>of(
                "trees", List.of(new Tree("Linde", Optional.empty())), "counts", new HashMap<>(Map.of("a", 1234)));
        assertThat(render(
                        Language.DE,
                        "{% for tree in trees %}{{ tree.name }}{% endfor %} {{ number(counts.a) }}",
                        model))
                .isEqualTo("Linde 1.234");
    }

    @Test
    void statesHaveTheirShapeInTurkishToo() {
        String html = render(Language.TR, "{% import \"kit\" %}{{ kit_state('OCCUPIED', 'Dolu') }}", Map.of());

        assertThat(html).contains("en-state--occupied").contains("<rect");
    }

    /** What cannot be said in the page's language must say which one it is in, and must not become markup. */
    @Test
    void whatHasNoSentenceIsShownInItsLanguage() {
        var model = Map.<String, Object>of("none", Sentence.NONE);
        assertThat(render(Language.TR, "{{ said(none, '<b>off</b>') }}", model))
                .isEqualTo("<span lang=\"en\" dir=\"ltr\">&lt;b&gt;off&lt;/b&gt;</span>");
        assertThat(render(Language.EN, "{{ said(none, 'off') }}", model)).isEqualTo("off");
        assertThat(render(Language.DE_SIMPLE, "{{ said(none, 'aus', 'de') }}", model))
                .isEqualTo("aus");
        assertThat(render(Language.AR, "{{ said(none, 'aus', 'de') }}", model)).contains("lang=\"de\"");
    }

    @Test
    void givesTextsInThePagesLanguage() {
        assertThat(render(Language.AR, "{{ t('title') }}", Map.of())).isEqualTo("الأشجار");
        assertThat(render(Language.DE_SIMPLE, "{{ t('title') }}", Map.of())).isEqualTo("Die Bäume");
        assertThat(state.isTextMissing()).isFalse();
    }

    /** A screen reader must pronounce German as German, and the reader must learn why it is there. */
    @Test
    void marksTextsThatAreNotTranslated() {
        assertThat(render(Language.EN, "{{ t('only') }}", Map.of()))
                .isEqualTo("<span lang=\"de\">Nur &lt;deutsch&gt;</span>");
        assertThat(state.isTextMissing()).isTrue();
        assertThat(render(Language.AR, "{{ t('only') }}", Map.of())).startsWith("<span lang=\"de\" dir=\"ltr\">");
    }

    @Test
    void neverPutsMarkupIntoAttributes() {
        assertThat(render(Language.EN, "<i title=\"{{ attr('only') }}\"></i>", Map.of()))
                .isEqualTo("<i title=\"Nur &lt;deutsch&gt;\"></i>");
    }

    @Test
    void fillsTextsWithPlurals() {
        assertThat(render("{{ t('count', 1) }}, {{ t('count', 2) }}")).isEqualTo("1 Baum, 2 Bäume");
    }

    @Test
    void namesTheTextThatIsMissing() {
        assertThatThrownBy(() -> render("\n{{ t('no.such') }}"))
                .hasStackTraceContaining("page, line 2")
                .hasStackTraceContaining("no.such");
    }

    @Test
    void linksWithinTheLanguage() {
        assertThat(render(Language.TR, "{{ link('baeume/7') }}", Map.of())).isEqualTo("/tr/baeume/7");
    }

    @Test
    void collectsStyleSheetsAndScriptsForTheHead() {
        assertThat(render(
                        "{{ style('trees.css') }}{{ style('trees.css') }}{{ script('portal.js') }}{{ width('wide') }}"))
                .isEmpty();
        assertThat(state.styles()).singleElement().asString().startsWith("/assets/trees/");
        assertThat(state.scripts()).singleElement().asString().startsWith("/assets/de.einsnull.portal.shell/");
        assertThat(state.width()).isEqualTo("wide");
        assertThatThrownBy(() -> render("{{ asset('none.css') }}")).hasStackTraceContaining("static/none.css");
    }

    @Test
    void tellsAges() {
        Instant now = portal.clock().instant();
        assertThat(age(Language.DE, now)).isEqualTo("gerade eben");
        assertThat(age(Language.DE, now.minus(Duration.ofMinutes(2)))).isEqualTo("vor 2 Minuten");
        assertThat(age(Language.UK, now.minus(Duration.ofMinutes(2)))).isEqualTo("2 хвилини тому");
        assertThat(age(Language.AR, now.minus(Duration.ofHours(2)))).isEqualTo("قبل ساعتين");
        assertThat(age(Language.DE, now.minus(Duration.ofDays(1)))).isEqualTo("vor 1 Tag");
        assertThat(age(Language.DE, now.minus(Duration.ofDays(30)))).isEqualTo("24. Oktober 2026");
    }

    private String age(Language language, Instant at) {
        String html = render(language, "{{ age(at) }}", Map.of("at", Optional.of(at)));
        assertThat(html).startsWith("<time datetime=\"" + at + "\">");
        return html.replaceAll("<[^>]*>", "");
    }

    @Test
    void writesNumbersDatesAndNothing() {
        var model = new HashMap<String, Object>(Map.of("at", portal.clock().instant(), "value", 21.44));
        model.put("none", null);
        assertThat(render(Language.DE, "{{ number(value, 1) }} {{ number(none) }} {{ time(at) }}", model))
                .contains("21,4 – ")
                .contains(">18:00 Uhr</time>");
    }

    @Test
    void putsTheTokenIntoFormsAndMarksThePage() {
        assertThat(render("{{ csrf() }}")).isEqualTo("<input type=\"hidden\" name=\"csrf\" value=\"tok&quot;en\">");
        assertThat(state.isFormTokenUsed()).isTrue();
    }

    @Test
    void lendsTheKitToEveryBundle() {
        String html = render(
                "{% import \"kit\" %}{{ kit_stat(number(63), 'Plätze', t('title')) }}"
                        + "{{ kit_state('OCCUPIED', '<b>') }}{{ kit_badge('good', 'gut') }}{{ kit_meter(1, 4, 'ein Viertel') }}");
        assertThat(html)
                .contains("en-stat__value", "63", "Bäume", "&lt;b&gt;", "en-state--occupied", "width=\"25.0\"")
                .doesNotContain("<b>");
    }

    @Test
    void lendsFormsWithErrorsThatFindTheirFields() {
        var model = Map.<String, Object>of("errors", Map.of("street", "Geben Sie die Straße an"));
        String html = render(
                Language.DE,
                "{% import \"kit/form\" %}{{ form_errors(errors) }}"
                        + "{{ form_input(name='street', label='Straße', value='\"><i>', errors=errors, required=true) }}"
                        + "{{ form_input(name='note', label='Notiz', errors=errors, hint='kurz') }}",
                model);
        assertThat(html)
                .contains("<a href=\"#street\">Geben Sie die Straße an</a>")
                .contains("id=\"street\"", "aria-describedby=\" street-fehler\"", "aria-invalid=\"true\"")
                .contains("aria-describedby=\"note-hinweis\"")
                .doesNotContain("<i>");
    }

    @Test
    void bringsIconsAndPicturesInline() {
        assertThat(render("{{ icon('map') }}"))
                .startsWith("<svg class=\"en-icon\"")
                .contains("aria-hidden=\"true\"");
        assertThat(render("{{ icon('no-such') }}"))
                .as("a typing error breaks nothing")
                .contains("<path");
        assertThat(render("{{ illustration('sensor', 'Ein \"Mast\"') }}"))
                .contains("role=\"img\" aria-label=\"Ein &quot;Mast&quot;\"");
        assertThat(render("{{ illustration('sensor') }}")).contains("aria-hidden=\"true\"");
    }
}
