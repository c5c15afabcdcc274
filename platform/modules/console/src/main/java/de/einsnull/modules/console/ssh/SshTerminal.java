package de.einsnull.modules.console.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.karaf.shell.api.console.SignalListener;
import org.apache.karaf.shell.api.console.Terminal;
import org.apache.sshd.server.Environment;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;

/** The terminal of a person at the other end of a connection; it follows the size of their window. */
final class SshTerminal extends ExternalTerminal implements Terminal {

    private static final Size USUAL = new Size(80, 24);

    private final Map<SignalListener, EnumSet<org.apache.karaf.shell.api.console.Signal>> listeners =
            new ConcurrentHashMap<>();

    SshTerminal(Environment environment, InputStream in, OutputStream out) throws IOException {
        super(
                "EinsNull",
                environment.getEnv().getOrDefault(Environment.ENV_TERM, "dumb"),
                in,
                out,
                StandardCharsets.UTF_8);
        fit(environment);
        environment.addSignalListener(
                (channel, signal) -> {
                    fit(environment);
                    raise(Signal.WINCH);
                },
                org.apache.sshd.server.Signal.WINCH);
    }

    private void fit(Environment environment) {
        setSize(new Size(
                number(environment, Environment.ENV_COLUMNS, USUAL.getColumns()),
                number(environment, Environment.ENV_LINES, USUAL.getRows())));
    }

    private static int number(Environment environment, String name, int usual) {
        String text = environment.getEnv().getOrDefault(name, "");
        return text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : usual;
    }

    @Override
    public void raise(Signal signal) {
        super.raise(signal);
        var same = org.apache.karaf.shell.api.console.Signal.get(signal.name());
        listeners.forEach((listener, wanted) -> {
            if (same != null && wanted.contains(same)) {
                listener.signal(same);
            }
        });
    }

    @Override
    public int getWidth() {
        return getSize().getColumns();
    }

    @Override
    public int getHeight() {
        return getSize().getRows();
    }

    @Override
    public boolean isAnsiSupported() {
        return !TYPE_DUMB.equals(getType());
    }

    @Override
    public boolean isEchoEnabled() {
        return getAttributes().getLocalFlag(LocalFlag.ECHO);
    }

    @Override
    public void setEchoEnabled(boolean enabled) {
        echo(enabled);
    }

    @Override
    public void addSignalListener(SignalListener listener, org.apache.karaf.shell.api.console.Signal... signals) {
        EnumSet<org.apache.karaf.shell.api.console.Signal> wanted =
                EnumSet.noneOf(org.apache.karaf.shell.api.console.Signal.class);
        wanted.addAll(List.of(signals));
        listeners.put(listener, wanted);
    }

    @Override
    public void addSignalListener(SignalListener listener, EnumSet<org.apache.karaf.shell.api.console.Signal> signals) {
        listeners.put(listener, EnumSet.copyOf(signals));
    }

    @Override
    public void addSignalListener(SignalListener listener) {
        listeners.put(listener, EnumSet.allOf(org.apache.karaf.shell.api.console.Signal.class));
    }

    @Override
    public void removeSignalListener(SignalListener listener) {
        listeners.remove(listener);
    }
}
