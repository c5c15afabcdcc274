package de.einsnull.portal.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A page of the portal, or a family of pages below one path. Register it as an OSGi service with {@link PageAt}; it is
 * served while the service is there. The shell puts layout, menu, breadcrumb and language around it, checks access and
 * the form token, and limits time and concurrency.
 *
 * <p>Templates, assets and texts are looked up in the bundle that registered the service: templates in
 * {@code templates/}, assets in {@code static/}, texts in {@code OSGI-INF/l10n/messages*.properties}.
 */
@ConsumerType
public interface PortalPage {

    /**
     * Answers a request. Called from several threads at once.
     *
     * @param request what is asked, already checked for access and form token
     * @return what to show
     * @throws Exception when it cannot be answered: the visitor sees a page that says so and what is safe, the log has
     *     the rest under the request id
     */
    PageResponse handle(PageRequest request) throws Exception;
}
