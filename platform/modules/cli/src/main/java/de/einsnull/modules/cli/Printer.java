package de.einsnull.modules.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** Prints answers for people. */
final class Printer {

    private final PrintStream out;

    Printer(PrintStream out) {
        this.out = out;
    }

    void modules(Part modules) {
        out.printf("%-52s %-16s %-12s %s%n", "MODULE", "VERSION", "STATE", "");
        for (Part one : modules.list()) {
            out.printf(
                    "%-52s %-16s %-12s %s%n",
                    one.text("name"), one.text("version"), one.text("state"), String.join(", ", marks(one)));
        }
    }

    private static List<String> marks(Part module) {
        var marks = new java.util.ArrayList<String>();
        if (!module.at("update").isMissing()) {
            marks.add("update to " + module.text("update"));
        }
        if (module.text("origin").equals("INSTALLED") && module.text("signer").isEmpty()) {
            marks.add("NOT SIGNED");
        }
        return marks;
    }

    void module(Part details) {
        Part module = details.at("module");
        for (String field :
                List.of("name", "title", "description", "version", "provider", "licence", "origin", "state")) {
            fact(field, module.text(field));
        }
        fact("signer", module.text("signer").isEmpty() ? "nobody" : module.text("signer"));
        fact("update", module.text("update"));
        lines(
                "health",
                details.at("health"),
                one -> one.text("level") + " " + one.text("subject") + ": " + one.text("cause") + " "
                        + one.text("advice"));
        lines(
                "contributes",
                details.at("contributions"),
                one -> one.text("kind") + " " + one.text("name") + " " + one.text("title"));
        lines("settings", details.at("settings"), Part::text);
        lines(
                "components",
                details.at("components"),
                one -> one.text("name") + " " + one.text("version") + " " + one.text("licence"));
    }

    void plan(Part plan) {
        out.println(plan.at("change").text("action") + " " + plan.text("module") + versions(plan));
        lines("steps", plan.at("steps"), one -> one.text("effect") + " " + one.text("symbolicName") + versions(one));
        lines("migrations", plan.at("migrations"), Part::text);
        lines("needs settings", plan.at("neededSettings"), Part::text);
        lines("lost", plan.at("lost"), one -> one.text("kind") + " " + one.text("name"));
        findings(plan.at("findings"));
        out.println(plan.text("allowed").equals("true") ? "It may be carried out." : "It is refused.");
    }

    void findings(Part findings) {
        lines(
                "findings",
                findings,
                one -> one.text("level") + " " + one.text("code") + " " + one.text("subject") + ": "
                        + one.text("english"));
    }

    void log(Part lines) {
        lines.list()
                .forEach(one -> out.println(
                        one.text("at") + " " + one.text("level") + " " + one.text("logger") + ": " + one.text("text")));
    }

    void history(Part entries) {
        entries.list()
                .forEach(one -> out.println(one.text("at") + " " + one.text("actorName") + " " + one.text("action")
                        + " " + one.text("module") + versions(one) + ": " + one.text("outcome") + " "
                        + one.text("reason")));
    }

    void sources(Part places) {
        places.list()
                .forEach(one -> out.println(one.text("address") + " ("
                        + one.text("modules").replace(".0", "") + " modules) " + one.text("error")));
    }

    void progress(Part step) {
        out.println(step.text("english"));
        out.flush();
    }

    private static String versions(Part part) {
        String from = part.text("fromVersion");
        String to = part.text("toVersion");
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return (from + to).isEmpty() ? "" : " " + (from.isEmpty() ? to : from);
        }
        return " " + from + " -> " + to;
    }

    private void fact(String name, String value) {
        if (!value.isEmpty()) {
            out.printf("%-12s %s%n", name, value);
        }
    }

    private void lines(String title, Part list, java.util.function.Function<Part, String> line) {
        if (!list.list().isEmpty()) {
            out.println(title
                    + list.list().stream()
                            .map(one -> line.apply(one).strip())
                            .collect(Collectors.joining("\n  ", "\n  ", "")));
        }
    }
}
