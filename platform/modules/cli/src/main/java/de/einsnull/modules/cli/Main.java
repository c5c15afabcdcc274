package de.einsnull.modules.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The command {@code einsnull-modules}. */
public final class Main {

    private static final String HELP =
            """
            Usage: einsnull-modules [options] command

              list                          all modules, installed or available
              show NAME                     what a module is and how it is doing
              log NAME                      what it wrote to the log lately
              history [NAME]                who did what when, and how it ended
              preview install|update WHAT   what a change would do, without doing it
              preview remove|stop|start NAME
              install WHAT                  WHAT is a file (.jar, .kar), NAME or NAME@VERSION from a source
              update WHAT
              remove NAME                   its tables and settings stay
              stop NAME, start NAME
              sources                       where modules come from; also: sources add|remove ADDRESS, sources refresh

              --json                 what the platform answers, as it is
              --url ADDRESS          default $EINSNULL_URL or http://127.0.0.1:8080
              --user NAME            default $EINSNULL_USER or admin
              --password-file FILE   default $EINSNULL_PASSWORD_FILE, else $EINSNULL_PASSWORD,
                                     else the first password of admin in the data directory
              --timeout SECONDS      how long the end of a change is waited for (default 300)

            Exit code: 0 done, 1 refused or failed, 2 wrong command line, 3 rolled back, 4 not reachable or not let in.
            """;

    private Main() {}

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments command line
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        if (arguments.isEmpty() || arguments.contains("--help") || arguments.contains("-h")) {
            out.print(HELP);
            return arguments.isEmpty() ? Failure.USAGE : 0;
        }
        try {
            var options = Options.of(arguments, environment);
            if (options.words().isEmpty()) {
                throw new Failure(Failure.USAGE, "No command. See einsnull-modules --help.");
            }
            new Commands(options, out).run();
            return 0;
        } catch (Failure e) {
            err.println("einsnull-modules: " + e.getMessage());
            return e.exit();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Failure.UNREACHABLE;
        }
    }
}
