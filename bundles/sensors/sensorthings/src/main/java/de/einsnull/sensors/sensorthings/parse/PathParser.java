package de.einsnull.sensors.sensorthings.parse;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.parse.QueryException.Kind;
import de.einsnull.sensors.sensorthings.query.EntityPath;
import de.einsnull.sensors.sensorthings.query.ResourcePath;
import de.einsnull.sensors.sensorthings.query.ResourcePath.Part;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads resource paths. */
final class PathParser {

    private static final Pattern NAME = Pattern.compile("[@$A-Za-z_][@A-Za-z0-9_.]{0,60}");
    private static final Pattern ID = Pattern.compile("\\(\\s{0,5}'?(\\d{1,18})'?\\s{0,5}\\)");

    private final Cursor cursor;
    private int segments;

    PathParser(Cursor cursor) {
        this.cursor = cursor;
    }

    ResourcePath read() {
        var set = name();
        var type = EntityType.ofSet(set).orElseThrow(() -> unknown(0));
        var id = id();
        var path = id.isPresent() ? EntityPath.of(type, id.getAsLong()) : EntityPath.of(type);
        while (cursor.peek() == '/') {
            slash();
            if (cursor.atEnd()) {
                break;
            }
            int position = cursor.at();
            var name = name();
            var navigation = path.type().navigation(name);
            if (navigation.isEmpty() || !path.single()) {
                return end(path, name, position);
            }
            path = path.then(navigation.get(), navigation.get().many() ? id() : OptionalLong.empty());
        }
        return finished(path, new ResourcePath.Whole());
    }

    private ResourcePath end(EntityPath path, String name, int position) {
        if (name.equals("$ref")) {
            return finished(path, new ResourcePath.References());
        }
        if (!path.single()) {
            throw unknown(position);
        }
        var property = name.equals(Property.SELF_LINK.name())
                ? Property.SELF_LINK
                : path.type().property(name).orElseThrow(() -> unknown(position));
        var steps = JsonSteps.read(cursor, property);
        boolean raw = cursor.startsWith("/$value");
        if (raw) {
            slash();
            name();
        }
        return finished(path, new ResourcePath.Value(property, steps, raw));
    }

    private ResourcePath finished(EntityPath path, Part part) {
        if (cursor.peek() == '/') {
            cursor.back(cursor.at() + 1);
        }
        if (!cursor.atEnd()) {
            throw unknown(cursor.at());
        }
        return new ResourcePath(path, part);
    }

    private void slash() {
        cursor.back(cursor.at() + 1);
        if (++segments >= cursor.limits().segments()) {
            throw unknown(cursor.at());
        }
    }

    private String name() {
        return cursor.eat(NAME).orElseThrow(() -> unknown(cursor.at())).group();
    }

    private OptionalLong id() {
        return cursor.eat(ID)
                .map(m -> OptionalLong.of(Long.parseLong(m.group(1))))
                .orElse(OptionalLong.empty());
    }

    private QueryException unknown(int position) {
        var expected = cursor.expected(position, "ein Teil eines Pfads, den es gibt", "a part of a path that exists");
        return new QueryException(Kind.UNKNOWN_PATH, "path", position, expected.german(), expected.english());
    }
}
