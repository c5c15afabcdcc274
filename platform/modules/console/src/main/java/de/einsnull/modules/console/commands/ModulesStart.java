package de.einsnull.modules.console.commands;

import de.einsnull.modules.api.Change.Action;
import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code einsnull:modules-start}. */
@Service
@Command(scope = "einsnull", name = "modules-start", description = "Starts a module, also out of quarantine.")
public final class ModulesStart extends ChangeCommand {

    @Argument(name = "name", description = "Name of the module", required = true)
    @Completion(InstalledNames.class)
    String name;

    @Override
    public Object execute() throws IOException, CommandFailed {
        change(Action.START, name);
        return null;
    }
}
