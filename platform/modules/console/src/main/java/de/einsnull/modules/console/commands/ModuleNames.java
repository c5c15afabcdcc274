package de.einsnull.modules.console.commands;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleCatalogue;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes names of modules. */
@Service
public final class ModuleNames implements Completer {

    @Reference
    ModuleCatalogue catalogue;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names = catalogue.modules().stream().map(Module::name).toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
