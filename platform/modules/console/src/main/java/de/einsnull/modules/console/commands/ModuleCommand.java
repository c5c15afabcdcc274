package de.einsnull.modules.console.commands;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleCatalogue;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;

/** What all commands have in common. The shell makes one object for each call. */
abstract class ModuleCommand implements Action {

    @Reference
    ModuleCatalogue catalogue;

    @Reference
    Session session;

    PrintStream out() {
        return session.getConsole();
    }

    Module module(String name) throws CommandFailed {
        return catalogue
                .module(name)
                .orElseThrow(
                        () -> new CommandFailed("There is no module " + name + ". einsnull:modules-list has all."));
    }

    static ShellTable table(String... columns) {
        var table = new ShellTable();
        for (String column : columns) {
            table.column(column);
        }
        return table;
    }
}
