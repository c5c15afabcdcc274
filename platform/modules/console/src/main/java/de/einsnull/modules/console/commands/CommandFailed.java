package de.einsnull.modules.console.commands;

/** Ends a command with a sentence for the person who gave it, and with an error for the script that did. */
public final class CommandFailed extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param sentence what is wrong, and what to do */
    public CommandFailed(String sentence) {
        super(sentence);
    }
}
