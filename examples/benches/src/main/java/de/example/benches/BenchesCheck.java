package de.example.benches;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells city IT when something is wrong, with cause and advice. Without the tag {@code ready} nobody else is affected. */
@Component(property = HealthCheck.NAME + "=Benches")
public final class BenchesCheck implements HealthCheck {

    private final Benches benches;

    @Activate
    public BenchesCheck(@Reference Benches benches) {
        this.benches = benches;
    }

    @Override
    public Result execute() {
        return benches.all().isEmpty()
                ? new Result(Result.Status.WARN, "No bench is registered; import the list of the parks department")
                : new Result(Result.Status.OK, "The register of benches answers");
    }
}
