package de.einsnull.modules.console;

import de.einsnull.modules.api.ModuleCatalogue;
import de.einsnull.modules.api.ModuleInstaller;
import de.einsnull.modules.console.commands.InstalledNames;
import de.einsnull.modules.console.commands.ModuleNames;
import de.einsnull.modules.console.commands.ModulesHistory;
import de.einsnull.modules.console.commands.ModulesInfo;
import de.einsnull.modules.console.commands.ModulesInstall;
import de.einsnull.modules.console.commands.ModulesList;
import de.einsnull.modules.console.commands.ModulesLog;
import de.einsnull.modules.console.commands.ModulesPlan;
import de.einsnull.modules.console.commands.ModulesRemove;
import de.einsnull.modules.console.commands.ModulesRollback;
import de.einsnull.modules.console.commands.ModulesStart;
import de.einsnull.modules.console.commands.ModulesStop;
import de.einsnull.modules.console.commands.ModulesUpdate;
import de.einsnull.modules.console.commands.OfferedModules;
import de.einsnull.security.api.Accounts;
import de.einsnull.testkit.FakeModules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.impl.action.command.ManagerImpl;
import org.apache.karaf.shell.impl.console.SessionFactoryImpl;

/** Karaf's own shell with our commands in it, as it is in the platform but for the framework. */
public final class TestShell implements AutoCloseable {

    private static final List<Class<?>> SERVICES = List.of(
            ModuleNames.class,
            InstalledNames.class,
            OfferedModules.class,
            ModulesList.class,
            ModulesInfo.class,
            ModulesPlan.class,
            ModulesInstall.class,
            ModulesUpdate.class,
            ModulesRollback.class,
            ModulesStart.class,
            ModulesStop.class,
            ModulesRemove.class,
            ModulesHistory.class,
            ModulesLog.class);

    public final FakeModules modules = new FakeModules();
    public final EndingModules installer = new EndingModules(modules);
    public final TestAccounts accounts = new TestAccounts();
    private final ThreadIOImpl streams = new ThreadIOImpl();
    private final SessionFactoryImpl factory;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    public TestShell() {
        streams.start();
        factory = new SessionFactoryImpl(streams);
        factory.getRegistry().register(() -> modules, ModuleCatalogue.class);
        factory.getRegistry().register(() -> installer, ModuleInstaller.class);
        factory.getRegistry().register(accounts::service, Accounts.class);
        var manager = new ManagerImpl(factory.getRegistry(), factory.getRegistry());
        SERVICES.forEach(manager::register);
    }

    public SessionFactory factory() {
        return factory;
    }

    /** What a line prints, given by the account {@code kim} without a terminal. */
    public String run(String line) throws Exception {
        return run(line, "");
    }

    /** The same with something sent to the command. */
    public String run(String line, String sent) throws Exception {
        printed.reset();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try (Session session = factory.create(stream(sent), out, out)) {
            new ConsoleUser("id-kim").sitsAt(session);
            session.execute(line);
        }
        return printed();
    }

    /** What the last line printed, also if it failed. */
    public String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        factory.stop();
        streams.stop();
    }
}
