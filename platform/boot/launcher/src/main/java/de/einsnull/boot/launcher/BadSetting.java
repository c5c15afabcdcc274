package de.einsnull.boot.launcher;

import java.nio.file.Path;

/** A setting that nothing can start with. The message is one sentence for city IT: where, what is wrong, what to do. */
final class BadSetting extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param file file of the setting
     * @param line its line from 1, or 0 if it is about the whole file
     * @param wrong what is wrong and what would be right
     */
    BadSetting(Path file, int line, String wrong) {
        super(at(file, line) + wrong);
    }

    static String at(Path file, int line) {
        return file + (line > 0 ? ", line " + line : "") + ": ";
    }
}
