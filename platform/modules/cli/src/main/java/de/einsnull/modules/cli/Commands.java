package de.einsnull.modules.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Does what the command line says. */
final class Commands {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Options options;
    private final Client client;
    private final PrintStream out;
    private final Printer printer;

    Commands(Options options, PrintStream out) {
        this.options = options;
        this.client = new Client(options);
        this.out = out;
        this.printer = new Printer(out);
    }

    /**
     * Runs the command.
     *
     * @throws Failure if it does not succeed
     */
    void run() throws Failure, InterruptedException {
        String command = options.words().get(0);
        switch (command) {
            case "list" -> show(client.get(""), printer::modules);
            case "show" -> show(client.get("/" + Client.encode(word(1))), printer::module);
            case "log" -> show(client.get("/" + Client.encode(word(1)) + "/log?most=200"), printer::log);
            case "history" -> show(client.get(historyPath()), printer::history);
            case "preview" -> show(client.post("/preview", change(word(1), 2)), printer::plan);
            case "install", "update", "remove", "stop", "start" -> carryOut(change(command, 1));
            case "sources" -> sources();
            default -> throw new Failure(
                    Failure.USAGE, "Unknown command " + command + ". See einsnull-modules --help.");
        }
    }

    private interface Shown {
        void print(Part answer);
    }

    private void show(String answer, Shown shown) {
        if (options.json()) {
            out.println(answer);
        } else {
            shown.print(Part.of(answer));
        }
    }

    private String word(int index) throws Failure {
        if (index >= options.words().size()) {
            throw new Failure(Failure.USAGE, "Something is missing. See einsnull-modules --help.");
        }
        return options.words().get(index);
    }

    private String historyPath() {
        return options.words().size() > 1 ? "/" + Client.encode(options.words().get(1)) + "/history" : "/history";
    }

    private void sources() throws Failure, InterruptedException {
        String deed = options.words().size() > 1 ? options.words().get(1) : "list";
        switch (deed) {
            case "list" -> show(client.get("/repositories"), printer::sources);
            case "refresh" -> show(client.post("/repositories/refresh", ""), printer::sources);
            case "add" -> client.post("/repositories?address=" + Client.encode(word(2)), "");
            case "remove" -> client.delete("/repositories?address=" + Client.encode(word(2)));
            default -> throw new Failure(Failure.USAGE, "Unknown: sources " + deed + ". See einsnull-modules --help.");
        }
    }

    private String change(String action, int at) throws Failure, InterruptedException {
        if (!List.of("install", "update", "remove", "stop", "start").contains(action)) {
            throw new Failure(Failure.USAGE, "Unknown command preview " + action + ". See einsnull-modules --help.");
        }
        boolean archive = action.equals("install") || action.equals("update");
        String target = archive ? stage(word(at)) : word(at);
        return "{\"action\":" + Json.quote(action.toUpperCase(Locale.ROOT)) + ",\"target\":" + Json.quote(target) + "}";
    }

    /** Hands an archive in: a file, or {@code name@version}, or the newest version of a name. */
    private String stage(String what) throws Failure, InterruptedException {
        Path file = Path.of(what);
        String answer;
        if (Files.isRegularFile(file)) {
            answer = client.upload(
                    "/staged?name=" + Client.encode(file.getFileName().toString()), file);
        } else if (what.matches(".*\\.(jar|kar)")) {
            throw new Failure(Failure.USAGE, "There is no file " + what + ".");
        } else {
            int split = what.lastIndexOf('@');
            String name = split < 0 ? what : what.substring(0, split);
            String version = split < 0 ? newest(name) : what.substring(split + 1);
            answer = client.post("/staged/" + Client.encode(name) + "/" + Client.encode(version), "");
        }
        Part staged = Part.of(answer);
        if (!options.json()) {
            printer.findings(staged.at("findings"));
        }
        return staged.text("id");
    }

    private String newest(String name) throws Failure, InterruptedException {
        Part module = Part.of(client.get("/" + Client.encode(name))).at("module");
        return module.at("update").isMissing() ? module.text("version") : module.text("update");
    }

    private void carryOut(String change) throws Failure, InterruptedException {
        String id = Part.of(client.post("/operations", change)).text("id");
        long end = System.nanoTime() + options.patience().toNanos();
        int told = 0;
        while (true) {
            String answer = look(id, end);
            Part operation = Part.of(answer);
            List<Part> steps = operation.at("progress").list();
            if (!options.json()) {
                steps.subList(told, steps.size()).forEach(printer::progress);
                told = steps.size();
            }
            if (!operation.at("outcome").isMissing()) {
                end(answer, operation);
                return;
            }
            if (System.nanoTime() > end) {
                throw new Failure(
                        Failure.UNREACHABLE,
                        "Not finished after " + options.patience().toSeconds()
                                + " s; it goes on. einsnull-modules history tells how it ends.");
            }
            client.pause(LOOK_EVERY);
        }
    }

    /** How far it is. A proxy or a network that fails for a moment does not end the wait: the operation goes on, too. */
    private String look(String id, long end) throws Failure, InterruptedException {
        while (true) {
            try {
                return client.get("/operations/" + Client.encode(id));
            } catch (Failure failure) {
                if (!failure.mayPass()) {
                    throw failure;
                }
                if (System.nanoTime() > end) {
                    throw new Failure(
                            failure.exit(),
                            failure.getMessage() + " The change was begun and may go on; einsnull-modules history"
                                    + " tells how it ends.");
                }
            }
            client.pause(LOOK_EVERY);
        }
    }

    private void end(String answer, Part operation) throws Failure {
        if (options.json()) {
            out.println(answer);
        }
        String reason = operation.at("reason").text("english");
        switch (operation.text("outcome")) {
            case "SUCCEEDED" -> out.flush();
            case "ROLLED_BACK" -> throw new Failure(Failure.ROLLED_BACK, "Rolled back. " + reason);
            default -> throw new Failure(Failure.REFUSED, "Failed. " + reason);
        }
    }
}
