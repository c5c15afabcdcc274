package de.einsnull.modules.console.commands;

/** How many rows a person may ask for. */
final class Rows {

    private static final int MOST = 500;

    private Rows() {}

    /** The shell converts no numbers by itself. */
    static int most(String wanted) throws CommandFailed {
        int number = wanted.matches("[0-9]{1,3}") ? Integer.parseInt(wanted) : 0;
        if (number < 1 || number > MOST) {
            throw new CommandFailed("The number of lines is from 1 to " + MOST + ", not " + wanted + ".");
        }
        return number;
    }
}
