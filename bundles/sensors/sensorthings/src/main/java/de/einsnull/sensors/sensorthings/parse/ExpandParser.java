package de.einsnull.sensors.sensorthings.parse;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code $expand}: navigations with a path of further ones and with options in parentheses. */
final class ExpandParser {

    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,40}");
    private static final Pattern OPTION = Pattern.compile("\\$[A-Za-z]{1,20}");

    private final Cursor cursor;

    ExpandParser(Cursor cursor) {
        this.cursor = cursor;
    }

    void read(QueryBuilder builder) {
        cursor.enter();
        do {
            item(builder);
        } while (cursor.eat(','));
        cursor.leave();
    }

    private void item(QueryBuilder start) {
        var builder = start;
        int levels = 0;
        do {
            cursor.enter();
            levels++;
            builder = builder.expand(navigation(builder.type()));
        } while (cursor.eat('/'));
        if (cursor.eat('(')) {
            options(builder);
        }
        for (; levels > 0; levels--) {
            cursor.leave();
        }
    }

    private Navigation navigation(EntityType type) {
        cursor.skipSpace();
        cursor.countExpand();
        int position = cursor.at();
        return cursor.eat(NAME).map(m -> m.group()).flatMap(type::navigation).orElseThrow(() -> {
            var names =
                    type.navigations().stream().map(Navigation::navigationName).collect(Collectors.joining(", "));
            return cursor.expected(
                    position,
                    "eine Beziehung von " + type.entityName() + " (" + names + ")",
                    "a navigation of " + type.entityName() + " (" + names + ")");
        });
    }

    private void options(QueryBuilder builder) {
        do {
            cursor.skipSpace();
            int position = cursor.at();
            var name = cursor.eat(OPTION)
                    .orElseThrow(() -> cursor.expected("eine Option wie $select", "an option such as $select"))
                    .group();
            cursor.need('=');
            new OptionParser(cursor).read(name, position, builder);
        } while (cursor.eat(';'));
        cursor.need(')');
    }
}
