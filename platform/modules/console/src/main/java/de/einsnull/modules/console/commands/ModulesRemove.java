package de.einsnull.modules.console.commands;

import de.einsnull.modules.api.Change.Action;
import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code einsnull:modules-remove}. */
@Service
@Command(scope = "einsnull", name = "modules-remove", description = "Removes a module; its tables and settings stay.")
public final class ModulesRemove extends ChangeCommand {

    @Argument(name = "name", description = "Name of the module", required = true)
    @Completion(InstalledNames.class)
    String name;

    @Override
    public Object execute() throws IOException, CommandFailed {
        change(Action.REMOVE, name);
        return null;
    }
}
