package de.einsnull.modules.core;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.core.catalogue.Catalogue;
import de.einsnull.modules.core.trust.TrustWatch;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;

/** Says whether modules run, whether trust was withdrawn from one, and loudly that unsigned ones are let in. */
final class ModulesHealth implements HealthCheck {

    private final Catalogue catalogue;
    private final TrustWatch trust;
    private final BooleanSupplier started;
    private final boolean development;

    ModulesHealth(Catalogue catalogue, TrustWatch trust, BooleanSupplier started, boolean development) {
        this.catalogue = catalogue;
        this.trust = trust;
        this.started = started;
        this.development = development;
    }

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        if (!started.getAsBoolean()) {
            log.temporarilyUnavailable("The modules of the city are being started.");
            return new Result(log);
        }
        if (development) {
            log.warn(
                    "Development mode: modules are let in without a signature. Set einsnull.development to false and put"
                            + " the certificates of the makers you trust into etc/trust.");
        }
        for (Module module : catalogue.installed()) {
            if (module.state() == Module.State.FAILED) {
                log.warn(
                        "Module {} {} does not run. Look at it in the administration.",
                        module.name(),
                        module.version());
            } else if (module.state() == Module.State.QUARANTINED) {
                log.warn("Module {} {} is in quarantine.", module.name(), module.version());
            }
        }
        trust(log);
        log.info("{} modules are installed.", catalogue.installed().size());
        return new Result(log);
    }

    private void trust(FormattingResultLog log) {
        try {
            for (String module : trust.installed()) {
                trust.revokedBy(module)
                        .ifPresent(source -> log.warn(
                                "The certificate that signed module {} is revoked ({}). Stop or remove the module, and ask"
                                        + " its maker for one that is signed anew.",
                                module,
                                source));
            }
            trust.problems().forEach(problem -> log.warn("etc/trust: {}", problem));
        } catch (IOException e) {
            log.warn("etc/trust cannot be read, so nobody is trusted: {}", e.getMessage());
        }
    }
}
