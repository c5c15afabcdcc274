package de.einsnull.web.cxf.live;

import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.ModuleGuard;
import de.einsnull.web.api.LiveStream;
import de.einsnull.web.cxf.http.Bucket;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * One bundle's view of the live streams, so that one that floods them loses its own events and nobody else's. Bundles of
 * the platform pass unhindered, and all do while there is no guard to tell who they are.
 */
@Component(service = LiveStream.class, scope = ServiceScope.BUNDLE)
public final class ModuleLive implements LiveStream {

    private final LiveServlet live;
    private final long bundleId;
    private final Bucket bucket;

    /** Asked for only when needed: the guard itself publishes here, and must not wait for itself. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ComponentServiceObjects<ModuleGuard> guard;

    private volatile Boolean free;

    /** The view of the bundle that asks for it. */
    @Activate
    public ModuleLive(ComponentContext context, @Reference LiveServlet live) {
        this.live = live;
        this.bundleId = context.getUsingBundle().getBundleId();
        this.bucket = live.bucket(bundleId);
    }

    @Override
    public void publish(String channel, String json) {
        LiveServlet.check(channel, json);
        var answer = isFree() ? Bucket.Answer.TAKEN : bucket.take();
        if (answer == Bucket.Answer.TAKEN) {
            live.publish(channel, json);
            return;
        }
        live.lose(channel);
        var judge = judge();
        if (answer == Bucket.Answer.EMPTY && judge != null) {
            judge.strike(bundleId, Kind.FLOODED, "live channel " + channel, null);
        }
    }

    private boolean isFree() {
        var known = free;
        if (known == null) {
            var judge = judge();
            if (judge == null) {
                return true;
            }
            known = judge.isPlatform(bundleId);
            free = known;
        }
        return known;
    }

    private ModuleGuard judge() {
        var now = guard;
        return now == null ? null : now.getService();
    }
}
