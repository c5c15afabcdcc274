package de.einsnull.modules.portal;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Places that modules come from. */
final class Sources {

    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);
    private static final int UNPROCESSABLE = 422;

    private final Desk desk;

    Sources(Desk desk) {
        this.desk = desk;
    }

    PageResponse show(PageRequest request, String deed) {
        if (deed.isEmpty()) {
            return request.isPost() ? add(request) : list(request, "", "", "", 200);
        }
        if (!request.isPost()) {
            return PageResponse.notFound();
        }
        return switch (deed) {
            case "lesen" -> refresh();
            case "vergessen" -> forget(request);
            default -> PageResponse.notFound();
        };
    }

    private PageResponse add(PageRequest request) {
        String address = request.parameter("adresse").orElse("");
        if (address.isEmpty()) {
            return list(request, address, "sources.error.empty", "", UNPROCESSABLE);
        }
        try {
            desk.repositories().add(new URI(address), request.identity().id());
            return done(Notice.ADDED);
        } catch (URISyntaxException | IllegalArgumentException e) {
            LOG.debug("Not an address: {}", address, e);
            return list(request, address, "sources.error.address", "", UNPROCESSABLE);
        } catch (IOException e) {
            LOG.info("The repository {} is not added: {}", address, e.toString());
            return list(request, address, "sources.error.read", String.valueOf(e.getMessage()), UNPROCESSABLE);
        }
    }

    private PageResponse refresh() {
        desk.repositories().refresh();
        return done(Notice.READ);
    }

    private PageResponse forget(PageRequest request) {
        String address = request.parameter("adresse").orElse("");
        var known = desk.repositories().repositories().stream()
                .filter(place -> place.address().toString().equals(address) && !place.fixed())
                .findFirst();
        known.ifPresent(place ->
                desk.repositories().remove(place.address(), request.identity().id()));
        return done(known.isPresent() ? Notice.FORGOTTEN : Notice.GONE);
    }

    private static PageResponse done(Notice notice) {
        return new PageResponse.Redirect(ModulesPage.PATH + "/quellen?" + notice.query());
    }

    private PageResponse list(PageRequest request, String address, String error, String reason, int status) {
        var model = desk.model(request);
        model.put("places", desk.repositories().repositories());
        model.put("address", address);
        model.put("error", error);
        model.put("reason", reason);
        return new PageResponse.View("sources", "sources.title", new Object[0], model, status);
    }
}
