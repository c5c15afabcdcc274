package de.einsnull.modules.console.commands;

import de.einsnull.modules.api.Change.Action;
import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code einsnull:modules-update}. */
@Service
@Command(
        scope = "einsnull",
        name = "modules-update",
        description = "Replaces a module by another version after a preview.")
public final class ModulesUpdate extends ChangeCommand {

    @Argument(
            name = "what",
            description = "File on the machine of the platform, stdin for what is sent, name@version or name",
            required = true)
    @Completion(OfferedModules.class)
    String what;

    @Override
    public Object execute() throws IOException, CommandFailed {
        change(Action.UPDATE, sources().stage(what).id());
        return null;
    }
}
