package de.einsnull.modules.portal;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.Operation;
import de.einsnull.modules.api.Plan;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Shows what a change would do, begins it, and shows how far it is. */
final class Changes {

    private static final int CONFLICT = 409;

    private final Desk desk;

    Changes(Desk desk) {
        this.desk = desk;
    }

    /** A module that is installed already is updated by an archive with it. */
    PageResponse archive(PageRequest request, String id) {
        var staged = desk.installer().staged(id);
        if (staged.isEmpty()) {
            return new PageResponse.Redirect(ModulesPage.PATH + "/hochladen?" + Notice.GONE.query());
        }
        boolean installed = desk.catalogue()
                .module(staged.get().module().name())
                .filter(module -> module.origin() != Module.Origin.AVAILABLE)
                .isPresent();
        var change = new Change(installed ? Action.UPDATE : Action.INSTALL, id);
        return decide(request, change, Optional.of(staged.get().module()));
    }

    PageResponse change(PageRequest request, Action action, String name) {
        return decide(request, new Change(action, name), desk.catalogue().module(name));
    }

    private PageResponse decide(PageRequest request, Change change, Optional<Module> module) {
        try {
            Plan plan = desk.installer().preview(change);
            if (!request.isPost()) {
                return preview(request, plan, module, 200);
            }
            if (!plan.isAllowed()) {
                return preview(request, plan, module, CONFLICT);
            }
            var operation = desk.installer().apply(change, request.identity().id());
            return ModulesPage.to("vorgang/" + operation.id());
        } catch (NoSuchElementException e) {
            return PageResponse.notFound();
        } catch (IllegalStateException e) {
            // Another operation came between the plan and now: the page shows what has changed.
            return preview(request, desk.installer().preview(change), module, CONFLICT);
        }
    }

    private PageResponse preview(PageRequest request, Plan plan, Optional<Module> module, int status) {
        var model = desk.model(request);
        String title = module.map(Module::title).orElse(plan.module());
        model.put("plan", plan);
        model.put("name", title);
        model.put("unsigned", module.filter(one -> one.signer().isEmpty()).isPresent());
        model.put("signer", module.map(Module::signer).orElse(""));
        model.put("provider", module.map(Module::provider).orElse(""));
        model.put("findings", Told.of(plan.findings()));
        // What is not installed has no form yet.
        model.put("settingsPage", desk.hasSettingsPage() && !plan.fromVersion().isEmpty());
        model.put(
                "settings",
                plan.neededSettings().stream()
                        .map(pid -> desk.setting(pid, request.language().locale()))
                        .toList());
        model.put(
                "back",
                desk.catalogue().module(plan.module()).isPresent()
                        ? ModulesPage.PATH + "/" + plan.module()
                        : ModulesPage.PATH);
        String key = "preview.title." + plan.change().action();
        return new PageResponse.View("preview", key, new Object[] {title}, model, status);
    }

    PageResponse operation(PageRequest request, String id) {
        return desk.installer()
                .operation(id)
                .map(operation -> progress(request, operation))
                .orElseGet(() -> new PageResponse.Redirect(ModulesPage.PATH + "/verlauf?" + Notice.GONE.query()));
    }

    private PageResponse progress(PageRequest request, Operation operation) {
        var plan = operation.plan();
        String title = desk.catalogue().module(plan.module()).map(Module::title).orElse(plan.module());
        var model = desk.model(request);
        model.put("operation", operation);
        model.put("plan", plan);
        model.put("name", title);
        model.put("outcome", operation.outcome().map(Enum::name).orElse(""));
        model.put("reasons", operation.reason().stream().toList());
        model.put("known", desk.catalogue().module(plan.module()).isPresent());
        String key = "progress.title." + plan.change().action();
        return new PageResponse.View("operation", key, new Object[] {title}, model, 200);
    }
}
