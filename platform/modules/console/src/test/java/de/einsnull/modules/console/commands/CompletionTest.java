package de.einsnull.modules.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.console.TestShell;
import de.einsnull.testkit.FakeModules;
import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.ArgumentCommandLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names of modules are long; nobody types them without an error. */
class CompletionTest {

    private final TestShell shell = new TestShell();

    @BeforeEach
    void modules() {
        shell.modules.add(FakeModules.module("trees", Module.Origin.INSTALLED, Module.State.RUNNING));
        shell.modules.add(FakeModules.module("traffic", Module.Origin.AVAILABLE, Module.State.AVAILABLE));
        shell.modules.add(FakeModules.module("transit", Module.Origin.PLATFORM, Module.State.RUNNING));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void everyModuleCanBeLookedAt() {
        var names = new ModuleNames();
        names.catalogue = shell.modules;
        assertThat(complete(names, "tr")).containsExactly("traffic ", "transit ", "trees ");
    }

    @Test
    void onlyWhatWasInstalledCanBeStopped() {
        var names = new InstalledNames();
        names.catalogue = shell.modules;
        assertThat(complete(names, "tr")).containsExactly("trees ");
    }

    @Test
    void whatRepositoriesOfferIsCompletedWithItsVersion() {
        shell.modules.add(new Module(
                "trees",
                "Trees",
                "",
                "1.0.0",
                "",
                "",
                Module.Origin.INSTALLED,
                Module.State.RUNNING,
                "",
                List.of(),
                Optional.of("1.2.0")));
        var offers = new OfferedModules();
        offers.catalogue = shell.modules;
        assertThat(complete(offers, "tr")).containsExactly("traffic@1.0.0 ", "trees@1.2.0 ");
    }

    private List<String> complete(Completer completer, String typed) {
        var found = new ArrayList<String>();
        var out = new PrintStream(PrintStream.nullOutputStream());
        try (Session session = shell.factory().create(new ByteArrayInputStream(new byte[0]), out, out)) {
            completer.complete(session, new ArgumentCommandLine(typed, typed.length()), found);
        }
        return found;
    }
}
