package de.einsnull.modules.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What is installed and what could be. Thread-safe; answers from memory. */
@ProviderType
public interface ModuleCatalogue {

    /**
     * All modules, installed or available, with the titles that they give themselves.
     *
     * @return ordered by title
     */
    List<Module> modules();

    /**
     * All modules, installed or available, with their titles in a language.
     *
     * @param language language of the titles; what has no title in it keeps its German one, or the one it gives itself
     * @return ordered by title in the order of that language
     */
    List<Module> modules(Locale language);

    /**
     * One module.
     *
     * @param name its name
     * @return empty if no such module is known
     */
    Optional<Module> module(String name);

    /**
     * Everything that a module contributes and is.
     *
     * @param name its name
     * @param language language of the title, the sentences on health and the titles of contributions; what has no words in it
     *     is in German
     * @return empty if no such module is known
     */
    Optional<ModuleDetails> details(String name, Locale language);

    /**
     * What a module wrote to the log lately.
     *
     * @param name its name
     * @param most largest number of lines, 1 to 500
     * @return the newest last, empty if it wrote nothing since the platform started
     */
    List<LogLine> log(String name, int most);

    /**
     * Operations and events, the newest first.
     *
     * @param module name of a module, empty for all
     * @param most largest number, 1 to 500
     * @return who did what when and how it ended
     */
    List<HistoryEntry> history(Optional<String> module, int most);
}
