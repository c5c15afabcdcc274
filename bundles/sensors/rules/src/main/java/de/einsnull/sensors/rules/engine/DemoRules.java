package de.einsnull.sensors.rules.engine;

import de.einsnull.portal.api.DemoNotice;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.rules.model.Condition;
import de.einsnull.sensors.rules.model.Operator;
import de.einsnull.sensors.rules.model.Rule;
import de.einsnull.sensors.rules.model.Selection;
import de.einsnull.sensors.rules.store.RuleStore;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a few rules for the demo city, which says of itself that it is one, if there are none yet. */
@Component(
        service = {},
        immediate = true)
public final class DemoRules {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRules.class);
    private static final String YARD = "Bauhof";

    private final RuleStore rules;
    private final Clock clock;

    /**
     * Waits for a demo.
     *
     * @param rules takes the rules
     */
    @Activate
    public DemoRules(@Reference RuleStore rules) {
        this(rules, Clock.systemUTC());
    }

    DemoRules(RuleStore rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** A demo began: writes the rules, unless there are some. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindDemo(DemoNotice notice) {
        LOG.debug("A demo began: {}", notice);
        try {
            if (rules.all().isEmpty()) {
                for (var rule : all()) {
                    long id = rules.save(rule, clock.instant()).orElseThrow();
                    rules.setActive(id, true, clock.instant());
                }
            }
        } catch (SQLException e) {
            LOG.warn("The rules of the demo could not be written", e);
        }
    }

    void unbindDemo(DemoNotice notice) {
        LOG.debug("A demo ended: {}", notice);
    }

    private static List<Rule> all() {
        return List.of(
                rule("Baum zu trocken (Demo)", Kinds.SOIL, below(Channels.SOIL_MOISTURE, 14, 2), 0, YARD),
                rule("Parkplatz fast voll (Demo)", Kinds.CAR_PARK, below(Channels.FREE_SPACES, 4, 4), 10, ""),
                rule("Wetterstation schweigt (Demo)", Kinds.WEATHER, silent(Channels.AIR_TEMPERATURE, 60), 0, YARD));
    }

    private static Rule rule(String name, String kind, Condition condition, int minutes, String team) {
        return new Rule(
                0,
                name,
                new Selection(kind, "", 0),
                true,
                List.of(condition),
                Duration.ofMinutes(minutes),
                team,
                "",
                Optional.empty());
    }

    private static Condition below(String channel, double limit, double hysteresis) {
        return new Condition(channel, Operator.BELOW, limit, hysteresis, "", Duration.ZERO, 0);
    }

    private static Condition silent(String channel, int minutes) {
        return new Condition(channel, Operator.SILENT, 0, 0, "", Duration.ofMinutes(minutes), 0);
    }
}
