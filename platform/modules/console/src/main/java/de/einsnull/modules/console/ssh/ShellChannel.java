package de.einsnull.modules.console.ssh;

import de.einsnull.modules.console.ConsoleUser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One command or one shell of a person, in a thread of its own. A command ends with 0, or with 1 and a sentence on the error
 * stream.
 */
final class ShellChannel implements Command {

    private static final Logger LOG = LoggerFactory.getLogger(ShellChannel.class);

    private final SessionFactory sessions;
    private final String line;
    private InputStream in;
    private OutputStream out;
    private OutputStream err;
    private ExitCallback exit;
    private volatile Session session;

    /** @param line what to execute, empty for a shell */
    ShellChannel(SessionFactory sessions, String line) {
        this.sessions = sessions;
        this.line = line;
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        ConsoleUser user = ConsoleServer.user(channel.getSession());
        String name = channel.getSession().getUsername();
        session = line.isEmpty() ? shell(environment) : sessions.create(in, print(out), print(err));
        user.sitsAt(session);
        session.put("USER", name);
        var thread = new Thread(line.isEmpty() ? this::converse : this::execute, "console " + name);
        thread.setDaemon(true);
        thread.setContextClassLoader(ShellChannel.class.getClassLoader());
        thread.start();
    }

    private Session shell(Environment environment) throws IOException {
        var terminal = new SshTerminal(environment, in, out);
        PrintStream print = print(terminal.output());
        return sessions.create(terminal.input(), print, print, terminal, StandardCharsets.UTF_8.name(), () -> {});
    }

    private static PrintStream print(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private void converse() {
        try {
            session.run();
            exit.onExit(0);
        } catch (RuntimeException e) {
            LOG.warn("A shell ended with an error", e);
            exit.onExit(1, "The shell ended with an error.");
        }
    }

    @SuppressWarnings("IllegalCatch") // whatever a command throws is told to the person who gave it
    private void execute() {
        int code = 0;
        try {
            session.execute(line);
        } catch (Exception e) {
            code = 1;
            LOG.debug("{} failed", line, e);
            print(err).println("einsnull: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
        } finally {
            session.getConsole().flush();
            session.close();
            exit.onExit(code);
        }
    }

    @Override
    public void destroy(ChannelSession channel) {
        Session open = session;
        if (open != null) {
            open.close();
        }
    }
}
