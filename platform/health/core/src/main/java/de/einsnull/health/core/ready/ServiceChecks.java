package de.einsnull.health.core.ready;

import de.einsnull.health.core.ready.Finding.Status;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.framework.Bundle;

/** Runs the health checks that modules contribute; one that hangs counts as not well after the time limit. */
final class ServiceChecks {

    private final HealthCheckExecutor executor;
    private final BundleCheck bundles;
    private final int limitInMs;

    ServiceChecks(HealthCheckExecutor executor, BundleCheck bundles, int limitInMs) {
        this.executor = executor;
        this.bundles = bundles;
        this.limitInMs = limitInMs;
    }

    /**
     * Runs all checks with a tag.
     *
     * @param tag for example {@code ready}
     */
    List<Finding> check(String tag) {
        var options = new HealthCheckExecutionOptions().setOverrideGlobalTimeout(limitInMs);
        return executor.execute(HealthCheckSelector.tags(tag), options).stream()
                .map(this::finding)
                .toList();
    }

    private Finding finding(HealthCheckExecutionResult execution) {
        var metadata = execution.getHealthCheckMetadata();
        var result = execution.getHealthCheckResult();
        var messages = StreamSupport.stream(result.spliterator(), false)
                .map(ResultLog.Entry::getMessage)
                .toList();
        // The executor calls a check that hangs merely a warning for its first five minutes.
        var status = execution.hasTimedOut() ? Status.CRITICAL : status(result.getStatus());
        return new Finding(metadata.getTitle(), status, counts(execution), messages);
    }

    private boolean counts(HealthCheckExecutionResult execution) {
        Bundle owner = execution.getHealthCheckMetadata().getServiceReference().getBundle();
        return owner != null && !bundles.isPartner(owner);
    }

    private static Status status(Result.Status status) {
        return switch (status) {
            case OK -> Status.OK;
            case WARN -> Status.WARN;
            default -> Status.CRITICAL;
        };
    }
}
