package de.einsnull.sensors.sensorthings.parse;

import java.util.List;
import java.util.Random;

/** Writes filters on observations that are in the language, at random. */
final class Grammar {

    private static final List<String> NUMBERS = List.of(
            "5",
            "-7.25",
            "0",
            "1e3",
            "result",
            "parameters/a",
            "parameters/b[1]",
            "id",
            "Datastream/id",
            "length(Datastream/name)",
            "year(phenomenonTime)",
            "floor(2.5)",
            "geo.distance(FeatureOfInterest/feature, geography'POINT(8 52)')");
    private static final List<String> TEXTS = List.of(
            "'a'",
            "'it''s'",
            "''",
            "Datastream/name",
            "Datastream/Thing/name",
            "parameters/c",
            "tolower('ABC')",
            "concat('a',Datastream/name)",
            "substring(Datastream/name, 1, 2)",
            "trim(' x ')");
    private static final List<String> TIMES = List.of(
            "phenomenonTime",
            "resultTime",
            "validTime",
            "2016-01-01T06:00:00Z",
            "now()",
            "2016-01-01T06:00:00Z/2016-01-01T07:00:00Z",
            "(phenomenonTime add duration'PT1H')",
            "maxdatetime()");
    private static final List<String> COMPARISONS = List.of("eq", "ne", "lt", "le", "gt", "ge");
    private static final List<String> RELATIONS = List.of("before", "after", "meets", "overlaps", "starts", "finishes");
    private static final List<String> SUMS = List.of("add", "sub", "mul", "div", "mod");

    private final Random random;

    Grammar(long seed) {
        this.random = new Random(seed);
    }

    String condition(int depth) {
        if (depth == 0) {
            return comparison();
        }
        return switch (random.nextInt(5)) {
            case 0 -> condition(depth - 1) + " and " + condition(depth - 1);
            case 1 -> condition(depth - 1) + " or " + condition(depth - 1);
            case 2 -> "not " + condition(depth - 1);
            case 3 -> "(" + condition(depth - 1) + ")";
            default -> comparison();
        };
    }

    private String comparison() {
        var operator = " " + any(COMPARISONS) + " ";
        return switch (random.nextInt(8)) {
            case 0 -> number() + operator + number();
            case 1 -> any(TEXTS) + operator + any(TEXTS);
            case 2 -> any(TIMES) + operator + any(TIMES);
            case 3 -> any(RELATIONS) + "(" + any(TIMES) + "," + any(TIMES) + ")";
            case 4 -> any(TEXTS) + " ne null";
            case 5 -> number() + " in (" + any(NUMBERS) + ", " + any(NUMBERS) + ")";
            case 6 -> "substringof(" + any(TEXTS) + "," + any(TEXTS) + ")";
            default -> "st_within(FeatureOfInterest/feature, geography'POLYGON((7 51,9 51,9 53,7 53,7 51))')";
        };
    }

    private String number() {
        return random.nextInt(3) == 0 ? "(" + any(NUMBERS) + " " + any(SUMS) + " " + any(NUMBERS) + ")" : any(NUMBERS);
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A text with something taken out, doubled or put in. */
    String damaged(String text) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(4));
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(to);
            case 1 -> text.substring(0, to) + text.substring(at);
            default -> text.substring(0, at) + noise(3) + text.substring(at);
        };
    }

    /** Any characters, with those that mean something more often. */
    String noise(int most) {
        var special = "()[]/'$;,=.-+:@\\ \0\n%eqandornotT9éß\uD83D";
        var text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(
                    random.nextInt(8) == 0
                            ? (char) random.nextInt(0x10000)
                            : special.charAt(random.nextInt(special.length())));
        }
        return text.toString();
    }
}
