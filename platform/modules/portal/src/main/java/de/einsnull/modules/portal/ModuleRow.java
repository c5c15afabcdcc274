package de.einsnull.modules.portal;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleDetails.Health;
import de.einsnull.modules.api.ModuleDetails.Level;
import java.util.List;

/**
 * A module as the list shows it.
 *
 * @param module the module
 * @param kind shape and colour of its state
 * @param trouble what is wrong with it, empty if nothing
 * @param update newer version, empty if there is none
 * @param unsigned whether somebody installed it although nobody signed it
 */
public record ModuleRow(Module module, String kind, String trouble, String update, boolean unsigned) {

    static ModuleRow of(Module module, List<Health> health) {
        String trouble = health.stream()
                .filter(one -> one.level() != Level.GOOD)
                .map(Health::cause)
                .findFirst()
                .orElse("");
        return new ModuleRow(
                module,
                kind(module.state(), !trouble.isEmpty()),
                trouble,
                module.update().orElse(""),
                isUnsigned(module));
    }

    static String kind(Module.State state, boolean troubled) {
        return switch (state) {
            case RUNNING -> troubled ? "warning" : "free";
            case FAILED, QUARANTINED -> "fault";
            case CHANGING -> "reading";
            case STOPPED, AVAILABLE -> "unknown";
        };
    }

    static boolean isUnsigned(Module module) {
        return module.origin() == Module.Origin.INSTALLED && module.signer().isEmpty();
    }
}
