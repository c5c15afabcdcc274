package de.einsnull.sensors.core;

import de.einsnull.sensors.core.framework.Surroundings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;

/** A framework that remembers health checks and makes objects afresh as a test says. */
public final class FakeSurroundings implements Surroundings {

    private final Map<String, HealthCheck> checks = new ConcurrentHashMap<>();
    private final Map<String, Function<Map<String, Object>, String>> proposals = new ConcurrentHashMap<>();
    private final AtomicReference<Map<String, Object>> proposed = new AtomicReference<>(Map.of());
    private final Map<String, Runnable> renewals = new ConcurrentHashMap<>();

    /** What is done when the component of a PID is made afresh. */
    public void onRenew(String pid, Runnable what) {
        renewals.put(pid, what);
    }

    @Override
    public boolean renew(String pid) {
        var what = renewals.get(pid);
        if (what != null) {
            what.run();
        }
        return what != null;
    }

    @Override
    public Runnable check(long bundle, String name, HealthCheck check) {
        checks.put(bundle + " " + name, check);
        return () -> checks.remove(bundle + " " + name, check);
    }

    /** What is done when settings are proposed: makes a driver of them, or says why it does not. */
    public void onPropose(String factoryPid, Function<Map<String, Object>, String> what) {
        proposals.put(factoryPid, what);
    }

    @Override
    public boolean isDriver(String factoryPid) {
        return proposals.containsKey(factoryPid);
    }

    @Override
    public Proposal propose(String factoryPid, Map<String, Object> properties) {
        proposed.set(properties);
        var trouble = proposals.get(factoryPid).apply(properties);
        return new Proposal() {
            @Override
            public String trouble() {
                return trouble;
            }

            @Override
            public boolean hasFailed() {
                return !trouble.isEmpty();
            }

            @Override
            public void close() {
                proposed.set(Map.of());
            }
        };
    }

    /** Settings that are being tried. */
    public Map<String, Object> proposed() {
        return proposed.get();
    }

    /** What the check of a bundle says, null if there is none. */
    public Result.Status said(long bundle, String name) {
        var check = checks.get(bundle + " " + name);
        return check == null ? null : check.execute().getStatus();
    }
}
