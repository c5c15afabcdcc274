package de.einsnull.modules.core;

import de.einsnull.health.api.CheckLog;
import de.einsnull.modules.api.Module;
import de.einsnull.modules.core.catalogue.Catalogue;
import de.einsnull.modules.core.trust.TrustWatch;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;

/** Says whether modules run, whether trust was withdrawn from one, and loudly that unsigned ones are let in. */
final class ModulesHealth implements HealthCheck {

    private final Catalogue catalogue;
    private final TrustWatch trust;
    private final Start start;
    private final boolean development;

    /**
     * How the modules were started.
     *
     * @param isOver whether they were
     * @param unwritten what could not be written meanwhile, empty if all was
     */
    record Start(BooleanSupplier isOver, Supplier<String> unwritten) {}

    ModulesHealth(Catalogue catalogue, TrustWatch trust, Start start, boolean development) {
        this.catalogue = catalogue;
        this.trust = trust;
        this.start = start;
        this.development = development;
    }

    @Override
    public Result execute() {
        var log = new CheckLog(Words.CATALOGUE);
        if (!start.isOver().getAsBoolean()) {
            log.unavailable("check.starting");
            return log.result();
        }
        String unwritten = start.unwritten().get();
        if (!unwritten.isEmpty()) {
            log.warn("check.notWritten", unwritten);
        }
        if (development) {
            log.warn("check.development");
        }
        for (Module module : catalogue.installed()) {
            if (module.state() == Module.State.FAILED) {
                log.warn("check.failed", module.name(), module.version());
            } else if (module.state() == Module.State.QUARANTINED) {
                log.warn("check.quarantined", module.name(), module.version());
            }
        }
        trust(log);
        log.good("check.installed", catalogue.installed().size());
        return log.result();
    }

    private void trust(CheckLog log) {
        try {
            for (String module : trust.installed()) {
                trust.revokedBy(module).ifPresent(source -> log.warn("check.revoked", module, source));
            }
            trust.problems().forEach(problem -> log.warn("check.trust", problem));
        } catch (IOException e) {
            log.warn("check.untrusted", e.getMessage());
        }
    }
}
