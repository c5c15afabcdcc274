package de.einsnull.modules.console.commands;

import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.Plan;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;

/** Says what a change would do. */
final class PlanTables {

    private PlanTables() {}

    static void plan(Plan plan, PrintStream out) {
        out.println(plan.change().action() + " " + plan.module() + ": " + version(plan.fromVersion()) + " to "
                + version(plan.toVersion()));
        ShellTable steps = ModuleCommand.table("Effect", "Bundle", "From", "To", "Of module");
        plan.steps().forEach(step -> steps.addRow()
                .addContent(step.effect(), step.symbolicName(), step.fromVersion(), step.toVersion(), step.ofModule()));
        steps.emptyTableText("No bundle changes.").print(out);
        lines("Runs on the database:", plan.migrations(), out);
        lines("Needs settings:", plan.neededSettings(), out);
        lines(
                "Goes away:",
                plan.lost().stream()
                        .map(lost -> lost.kind() + " " + lost.name() + " " + lost.title())
                        .toList(),
                out);
        findings(plan.findings(), out);
    }

    static void findings(List<Finding> findings, PrintStream out) {
        lines(
                "Findings:",
                findings.stream()
                        .map(one -> one.level() + " " + one.code() + " (" + one.subject() + "): " + one.english())
                        .toList(),
                out);
    }

    private static void lines(String title, List<String> lines, PrintStream out) {
        if (!lines.isEmpty()) {
            out.println(title);
            lines.forEach(line -> out.println("  " + line.strip()));
        }
    }

    private static String version(String version) {
        return version.isEmpty() ? "none" : version;
    }
}
