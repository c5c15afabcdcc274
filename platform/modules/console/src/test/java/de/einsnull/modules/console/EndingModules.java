package de.einsnull.modules.console;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.ModuleInstaller;
import de.einsnull.modules.api.Operation;
import de.einsnull.modules.api.Operation.Outcome;
import de.einsnull.modules.api.Plan;
import de.einsnull.modules.api.Staged;
import de.einsnull.testkit.FakeModules;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** An installer whose operations end at once, as the test wants it. */
public final class EndingModules implements ModuleInstaller {

    private final FakeModules fake;
    private Outcome outcome = Outcome.SUCCEEDED;

    public EndingModules(FakeModules fake) {
        this.fake = fake;
    }

    public void endWith(Outcome wanted) {
        outcome = wanted;
    }

    @Override
    public Staged stage(InputStream archive, String fileName) throws IOException {
        return fake.stage(archive, fileName);
    }

    @Override
    public Staged stage(String name, String version) throws IOException {
        return fake.stage(name, version);
    }

    @Override
    public Optional<Staged> staged(String id) {
        return fake.staged(id);
    }

    @Override
    public Plan preview(Change change) {
        return fake.preview(change);
    }

    @Override
    public Operation apply(Change change, String actor) {
        Operation begun = fake.apply(change, actor);
        Optional<Finding> reason = outcome == Outcome.SUCCEEDED ? Optional.empty() : Optional.of(FakeModules.REFUSED);
        fake.end(begun.id(), outcome, reason);
        return begun;
    }

    @Override
    public Optional<Operation> operation(String id) {
        return fake.operation(id);
    }
}
