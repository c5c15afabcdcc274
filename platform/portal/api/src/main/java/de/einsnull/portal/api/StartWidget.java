package de.einsnull.portal.api;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** A card on the start page under "Gerade in der Stadt". Register it as an OSGi service. */
@ConsumerType
public interface StartWidget {

    /**
     * Position among the cards.
     *
     * @return small first
     */
    int order();

    /**
     * Renders the card. Called from several threads at once, on every view of the start page: answer from memory.
     *
     * @param request who is asking, in which language
     * @return template of the registering bundle and its model, empty when there is nothing to show now
     * @throws Exception when it cannot be rendered; the page is shown without the card
     */
    Optional<Card> render(PageRequest request) throws Exception;

    /**
     * What a card shows.
     *
     * @param template name of a template in {@code templates/} of the bundle
     * @param model what the template sees
     */
    record Card(String template, Map<String, Object> model) {}
}
