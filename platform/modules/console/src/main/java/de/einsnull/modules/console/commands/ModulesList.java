package de.einsnull.modules.console.commands;

import de.einsnull.modules.api.Module;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code einsnull:modules-list}. */
@Service
@Command(scope = "einsnull", name = "modules-list", description = "Modules that are installed or could be.")
public final class ModulesList extends ModuleCommand {

    @Option(
            name = "-i",
            aliases = "--installed",
            description = "Only what city IT installed: nothing of the platform itself, nothing that is only offered")
    boolean installed;

    @Override
    public Object execute() {
        ShellTable table = table("Module", "Version", "State", "Origin", "Provider", "Signed by", "Update");
        for (Module module : catalogue.modules()) {
            if (!installed || module.origin() == Module.Origin.INSTALLED) {
                table.addRow()
                        .addContent(
                                module.name(),
                                module.version(),
                                module.state(),
                                module.origin(),
                                module.provider(),
                                signer(module),
                                module.update().orElse(""));
            }
        }
        table.emptyTableText("No modules.").print(out());
        return null;
    }

    private static String signer(Module module) {
        boolean unsigned =
                module.origin() == Module.Origin.INSTALLED && module.signer().isEmpty();
        return unsigned ? "NOBODY" : module.signer();
    }
}
