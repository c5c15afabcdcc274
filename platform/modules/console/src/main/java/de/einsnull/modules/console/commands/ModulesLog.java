package de.einsnull.modules.console.commands;

import de.einsnull.modules.api.LogLine;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code einsnull:modules-log}. */
@Service
@Command(scope = "einsnull", name = "modules-log", description = "What a module wrote to the log lately.")
public final class ModulesLog extends ModuleCommand {

    @Argument(name = "module", description = "Name of the module", required = true)
    @Completion(ModuleNames.class)
    String name;

    @Option(name = "-n", aliases = "--lines", description = "Largest number of lines, 1 to 500")
    String most = "100";

    @Override
    public Object execute() throws CommandFailed {
        module(name);
        for (LogLine line : catalogue.log(name, Rows.most(most))) {
            out().println(line.at() + " " + line.level() + " " + line.logger() + ": " + line.text());
        }
        return null;
    }
}
