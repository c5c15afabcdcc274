package de.einsnull.modules.rest;

import de.einsnull.modules.api.ModuleDetails;
import de.einsnull.modules.api.ModuleDetails.Component;
import de.einsnull.modules.api.ModuleDetails.Contribution;
import de.einsnull.modules.api.ModuleDetails.Health;
import java.util.List;
import java.util.Map;

/**
 * What there is to know about one module.
 *
 * @param module the module
 * @param health how it is, the worst first
 * @param contributions what it adds to the platform
 * @param imports packages it uses
 * @param settings PIDs of its settings
 * @param components third-party components in it
 * @param meters its figures by name
 */
public record DetailsView(
        ModuleView module,
        List<Health> health,
        List<Contribution> contributions,
        List<String> imports,
        List<String> settings,
        List<Component> components,
        Map<String, Double> meters) {

    static DetailsView of(ModuleDetails details) {
        return new DetailsView(
                ModuleView.of(details.module()),
                details.health(),
                details.contributions(),
                details.imports(),
                details.settings(),
                details.components(),
                details.meters());
    }
}
