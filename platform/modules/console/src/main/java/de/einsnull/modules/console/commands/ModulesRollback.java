package de.einsnull.modules.console.commands;

import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.Staged;
import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code einsnull:modules-rollback}. */
@Service
@Command(
        scope = "einsnull",
        name = "modules-rollback",
        description = "Goes back to the version that ran before, from a repository; what ran on the database stays.")
public final class ModulesRollback extends ChangeCommand {

    @Argument(name = "module", description = "Name of the module", required = true)
    @Completion(InstalledNames.class)
    String name;

    @Override
    public Object execute() throws IOException, CommandFailed {
        Staged staged = new Previous(catalogue).stage(module(name), installer);
        change(Action.UPDATE, sources().accept(staged).id());
        return null;
    }
}
