package de.einsnull.portal.shell.text;

import de.einsnull.portal.api.Language;

/** Plural categories of whole numbers after Unicode CLDR 46, for the portal's languages only. */
final class Plurals {

    private Plurals() {}

    static String category(Language language, long number) {
        long n = Math.abs(number);
        return switch (language) {
            case UK -> ukrainian(n % 10, n % 100);
            case AR -> arabic(n, n % 100);
            default -> n == 1 ? "one" : "other";
        };
    }

    private static String ukrainian(long mod10, long mod100) {
        if (mod10 == 1 && mod100 != 11) {
            return "one";
        }
        boolean few = mod10 >= 2 && mod10 <= 4 && (mod100 < 12 || mod100 > 14);
        return few ? "few" : "many";
    }

    private static String arabic(long n, long mod100) {
        if (n <= 2) {
            return n == 0 ? "zero" : n == 1 ? "one" : "two";
        }
        if (mod100 >= 3 && mod100 <= 10) {
            return "few";
        }
        return mod100 >= 11 ? "many" : "other";
    }
}
