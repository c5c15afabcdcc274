package de.einsnull.portal.shell.pages;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.shell.render.PageState;

/** A page of the shell itself. */
@FunctionalInterface
public interface OwnPage {

    /**
     * Answers a request, on the request's own thread.
     *
     * @param state of the page that is being made, for parts of other bundles that it takes in
     */
    PageResponse handle(PageRequest request, PageState state) throws Exception;
}
