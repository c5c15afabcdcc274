package de.einsnull.modules.console.commands;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleDetails;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code einsnull:modules-info}. */
@Service
@Command(scope = "einsnull", name = "modules-info", description = "What a module is, adds and needs, and how it is.")
public final class ModulesInfo extends ModuleCommand {

    @Argument(name = "module", description = "Name of the module", required = true)
    @Completion(ModuleNames.class)
    String name;

    @Override
    public Object execute() throws CommandFailed {
        Module module = module(name);
        facts(module);
        catalogue.details(name, Locale.ENGLISH).ifPresent(this::details);
        return null;
    }

    private void facts(Module module) {
        ShellTable table = table("", "").noHeaders();
        fact(table, "Name", module.name());
        fact(table, "Title", module.title());
        fact(table, "Description", module.description());
        fact(table, "Version", module.version());
        fact(table, "Update", module.update().orElse(""));
        fact(table, "Provider", module.provider());
        fact(table, "Licence", module.licence());
        fact(table, "Origin", module.origin().name());
        fact(table, "State", module.state().name());
        fact(table, "Signed by", module.signer().isEmpty() ? "nobody" : module.signer());
        table.print(out());
        out().println();
        ShellTable bundles = table("Id", "Bundle", "Version", "State");
        module.bundles()
                .forEach(one -> bundles.addRow().addContent(one.id(), one.symbolicName(), one.version(), one.state()));
        bundles.emptyTableText("No bundles.").print(out());
    }

    private void details(ModuleDetails details) {
        section(details.health(), "Health", "Subject", "Cause", "Advice")
                .accept(one -> new Object[] {one.level(), one.subject(), one.cause(), one.advice()});
        section(details.contributions(), "Adds", "Name", "Title", "For")
                .accept(one -> new Object[] {one.kind(), one.name(), one.title(), one.access()});
        section(details.settings(), "Settings").accept(one -> new Object[] {one});
        section(details.components(), "Component", "Version", "Licence")
                .accept(one -> new Object[] {one.name(), one.version(), one.licence()});
    }

    private interface Rows<T> {
        void accept(Function<T, Object[]> row);
    }

    /** A table with a line before it; nothing at all when there are no rows. */
    private <T> Rows<T> section(List<T> rows, String... columns) {
        return row -> {
            if (!rows.isEmpty()) {
                out().println();
                ShellTable table = table(columns);
                rows.forEach(one -> table.addRow().addContent(row.apply(one)));
                table.print(out());
            }
        };
    }

    private static void fact(ShellTable table, String name, String value) {
        if (!value.isEmpty()) {
            table.addRow().addContent(name, value);
        }
    }
}
