package de.einsnull.modules.console.commands;

import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.security.api.Accounts;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code einsnull:modules-history}. */
@Service
@Command(scope = "einsnull", name = "modules-history", description = "Who did what when, and how it ended.")
public final class ModulesHistory extends ModuleCommand {

    @Argument(name = "module", description = "Name of the module; all without it")
    @Completion(ModuleNames.class)
    String name;

    @Option(name = "-n", aliases = "--lines", description = "Largest number of entries, 1 to 500")
    String most = "50";

    @Reference
    Accounts accounts;

    @Override
    public Object execute() throws CommandFailed {
        Map<String, String> names = names();
        ShellTable table = table("At", "Who", "What", "Module", "From", "To", "Outcome", "Reason");
        for (HistoryEntry entry : catalogue.history(Optional.ofNullable(name), Rows.most(most))) {
            table.addRow()
                    .addContent(
                            entry.at(),
                            names.getOrDefault(entry.actor(), entry.actor()),
                            entry.action(),
                            entry.module(),
                            entry.fromVersion(),
                            entry.toVersion(),
                            entry.outcome(),
                            entry.reason());
        }
        table.emptyTableText("Nothing was done yet.").print(out());
        return null;
    }

    private Map<String, String> names() {
        return accounts.names(
                e -> out().println("The accounts cannot be read; ids stand for names: " + e.getMessage()));
    }
}
