package de.einsnull.sensors.core.sta;

/** An expression has no equal in the SQL of the database. Control flow only, hence without a stack trace. */
final class Untranslatable extends Exception {

    private static final long serialVersionUID = 1L;

    Untranslatable(String what) {
        super(what, null, false, false);
    }
}
