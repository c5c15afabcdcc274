package de.einsnull.modules.console.commands;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.Change.Action;
import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** {@code einsnull:modules-plan}. */
@Service
@Command(scope = "einsnull", name = "modules-plan", description = "What a change would do, without doing it.")
public final class ModulesPlan extends ChangeCommand {

    @Argument(name = "action", description = "install, update, rollback, remove, stop or start", required = true)
    @Completion(
            value = StringsCompleter.class,
            values = {"install", "update", "rollback", "remove", "stop", "start"})
    String action;

    @Argument(index = 1, name = "target", description = "As for the command of that name", required = true)
    @Completion(ModuleNames.class)
    String target;

    @Override
    public Object execute() throws IOException, CommandFailed {
        preview(
                switch (action) {
                    case "install" -> new Change(
                            Action.INSTALL, sources().stage(target).id());
                    case "update" -> new Change(
                            Action.UPDATE, sources().stage(target).id());
                    case "rollback" -> new Change(Action.UPDATE, before());
                    case "remove" -> new Change(Action.REMOVE, target);
                    case "stop" -> new Change(Action.STOP, target);
                    case "start" -> new Change(Action.START, target);
                    default -> throw new CommandFailed(
                            "The action is install, update, rollback, remove, stop or start.");
                });
        out().println("It may be carried out.");
        return null;
    }

    private String before() throws CommandFailed {
        return sources()
                .accept(new Previous(catalogue).stage(module(target), installer))
                .id();
    }
}
