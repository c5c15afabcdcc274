package de.einsnull.modules.console.commands;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleCatalogue;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes what can be installed: {@code name@version} of what repositories offer, and files. */
@Service
public final class OfferedModules implements Completer {

    @Reference
    ModuleCatalogue catalogue;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> offers =
                catalogue.modules().stream().flatMap(OfferedModules::offer).toList();
        int at = new StringsCompleter(offers).complete(session, line, candidates);
        return at >= 0 ? at : new FileCompleter().complete(session, line, candidates);
    }

    private static Stream<String> offer(Module module) {
        return module.origin() == Module.Origin.AVAILABLE
                ? Stream.of(module.name() + "@" + module.version())
                : module.update().stream().map(version -> module.name() + "@" + version);
    }
}
