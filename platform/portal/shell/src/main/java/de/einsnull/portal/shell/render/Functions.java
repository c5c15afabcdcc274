package de.einsnull.portal.shell.render;

import de.einsnull.health.api.Sentence;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.Sentences;
import de.einsnull.portal.shell.asset.Assets;
import de.einsnull.portal.shell.text.Catalog;
import de.einsnull.portal.shell.text.Formats;
import de.einsnull.portal.shell.text.Texts;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.Instant;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unbescape.html.HtmlEscape;

/** The functions that templates of one bundle call; {@code docs/modules/portal.md} lists them for their authors. */
public final class Functions extends AbstractExtension {

    private final Texts texts;
    private final Formats formats;
    private final Ages ages;
    private final Sentences sentences;
    private final Icons icons;
    private final Assets own;
    private final Assets shell;

    public Functions(
            Texts texts, Formats formats, Ages ages, Sentences sentences, Icons icons, Assets own, Assets shell) {
        this.texts = texts;
        this.formats = formats;
        this.ages = ages;
        this.sentences = sentences;
        this.icons = icons;
        this.own = own;
        this.shell = shell;
    }

    @Override
    public Map<String, Function> getFunctions() {
        return Map.ofEntries(
                entry("t", this::text),
                entry("attr", this::attribute),
                entry("said", this::said),
                entry("has_text", arguments -> texts.has(arguments.string(0))),
                entry("asset", arguments -> address(arguments.string(0))),
                entry("style", this::style),
                entry("script", this::script),
                entry("width", this::width),
                entry("link", arguments -> link(arguments.string(0))),
                entry("icon", arguments -> icons.icon(arguments.string(0))),
                entry("illustration", this::illustration),
                entry("csrf", this::formToken),
                entry("lookup", Functions::lookup),
                entry("number", this::number),
                entry("day", arguments -> time(arguments, formats.day(arguments.language(), arguments.moment(0)))),
                entry("date", arguments -> time(arguments, formats.date(arguments.language(), arguments.moment(0)))),
                entry("time", arguments -> time(arguments, formats.time(arguments.language(), arguments.moment(0)))),
                entry("age", this::age));
    }

    private static Map.Entry<String, Function> entry(String name, Body body) {
        return Map.entry(name, new Positional(name, body));
    }

    private Object text(Arguments arguments) {
        String key = arguments.string(0);
        var state = Scope.current();
        var found = texts.find(state.language(), key);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("No text has the key " + key);
        }
        return marked(found.get(), state, arguments.after(1));
    }

    /** A text that is not in the page's language says which one it is in. */
    private SafeString marked(Catalog.Found found, PageState state, Object[] arguments) {
        var language = found.language();
        String html = found.message()
                .format(
                        language,
                        HtmlEscape::escapeHtml4Xml,
                        value -> value instanceof SafeString safe
                                ? safe.toString()
                                : HtmlEscape.escapeHtml4Xml(texts.print(language, value)),
                        arguments);
        if (language == state.language()) {
            return new SafeString(html);
        }
        state.noteMissingText();
        String direction = state.language().isRightToLeft() ? " dir=\"ltr\"" : "";
        return new SafeString("<span lang=\"" + language.tag() + "\"" + direction + ">" + html + "</span>");
    }

    private Object attribute(Arguments arguments) {
        String key = arguments.string(0);
        if (!texts.has(key)) {
            throw new IllegalArgumentException("No text has the key " + key);
        }
        return texts.plain(arguments.language(), key, arguments.after(1));
    }

    /** A sentence in the page's language; if it has none, what is given instead, which is English or says what it is. */
    private Object said(Arguments arguments) {
        var language = arguments.language();
        var words = arguments.values.get("0") instanceof Sentence sentence
                ? sentences.in(language, sentence)
                : Optional.<String>empty();
        if (words.isPresent()) {
            return words.get();
        }
        String instead = HtmlEscape.escapeHtml4Xml(arguments.string(1));
        String tag = arguments.optional(2).map(String::valueOf).orElse(Language.EN.tag());
        return language.locale().getLanguage().equals(tag)
                ? new SafeString(instead)
                : new SafeString("<span lang=\"" + tag + "\" dir=\"ltr\">" + instead + "</span>");
    }

    private String address(String path) {
        if (own.has(path)) {
            return own.address(path);
        }
        if (shell.has(path)) {
            return shell.address(path);
        }
        throw new IllegalArgumentException("Neither the bundle nor the shell has static/" + path);
    }

    private Object style(Arguments arguments) {
        Scope.current().addStyle(address(arguments.string(0)));
        return "";
    }

    private Object script(Arguments arguments) {
        Scope.current().addScript(address(arguments.string(0)));
        return "";
    }

    private Object width(Arguments arguments) {
        Scope.current().setWidth(arguments.string(0));
        return "";
    }

    private static String link(String path) {
        return "/" + Scope.current().language().tag() + "/" + path;
    }

    private Object illustration(Arguments arguments) {
        return icons.illustration(
                arguments.string(0), arguments.optional(1).map(String::valueOf).orElse(""));
    }

    private Object formToken(Arguments arguments) {
        String token = HtmlEscape.escapeHtml4Xml(Scope.current().formToken());
        return new SafeString("<input type=\"hidden\" name=\"csrf\" value=\"" + token + "\">");
    }

    /** The value of a key in a map, or nothing: errors and typed values of forms have only the fields concerned. */
    private static Object lookup(Arguments arguments) {
        Object value = arguments.values.get("0") instanceof Map<?, ?> map ? map.get(arguments.string(1)) : null;
        return value == null ? "" : value;
    }

    private Object number(Arguments arguments) {
        if (!(arguments.values.get("0") instanceof Number number)) {
            return "–";
        }
        Optional<Object> decimals = arguments.optional(1);
        return decimals.isPresent()
                ? formats.number(arguments.language(), number, ((Number) decimals.get()).intValue())
                : formats.number(arguments.language(), number);
    }

    private Object age(Arguments arguments) {
        if (!(arguments.moment(0) instanceof Instant instant)) {
            throw new IllegalArgumentException("An age needs an Instant");
        }
        return time(arguments, ages.text(arguments.language(), instant));
    }

    private static SafeString time(Arguments arguments, String words) {
        return new SafeString("<time datetime=\"" + HtmlEscape.escapeHtml4Xml(String.valueOf(arguments.moment(0)))
                + "\">" + HtmlEscape.escapeHtml4Xml(words) + "</time>");
    }

    private interface Body {
        Object call(Arguments arguments);
    }

    private record Arguments(Map<String, Object> values) {

        Language language() {
            return Scope.current().language();
        }

        String string(int index) {
            return optional(index)
                    .map(String::valueOf)
                    .orElseThrow(() -> new IllegalArgumentException("Argument " + (index + 1) + " is missing"));
        }

        Optional<Object> optional(int index) {
            Object value = values.get(String.valueOf(index));
            return value instanceof Optional<?> wrapped ? wrapped.map(inner -> inner) : Optional.ofNullable(value);
        }

        TemporalAccessor moment(int index) {
            return (TemporalAccessor)
                    optional(index).orElseThrow(() -> new IllegalArgumentException("A point in time is missing"));
        }

        Object[] after(int first) {
            var rest = new Object[Math.max(0, values.size() - first)];
            for (int i = 0; i < rest.length; i++) {
                rest[i] = values.get(String.valueOf(first + i));
            }
            return rest;
        }
    }

    private record Positional(String name, Body body) implements Function {

        @Override
        public List<String> getArgumentNames() {
            return null;
        }

        @Override
        public Object execute(
                Map<String, Object> values, PebbleTemplate template, EvaluationContext context, int line) {
            try {
                return body.call(new Arguments(values));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(
                        template.getName() + ", line " + line + ", " + name + "(): " + e.getMessage(), e);
            }
        }
    }
}
