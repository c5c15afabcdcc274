package de.einsnull.portal.api;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a page says after something was done. It travels in the address, so that it survives the redirect after a form; an
 * enum of the page lists all there are, so that nobody can put words of their own there. Implementations are immutable.
 */
@ConsumerType
public interface PageNotice {

    /** Parameter of the address that names the notice. */
    String PARAMETER = "meldung";

    /** Kind of the alert, with its name in the kit in lower case. */
    enum Kind {
        /** It was done. */
        SUCCESS,
        /** There was nothing to do. */
        INFO,
        /** It was done in part, or not at all. */
        WARNING
    }

    /**
     * A notice as a template sees it.
     *
     * @param kind kind of the alert: {@code success}, {@code info} or {@code warning}
     * @param key key of the text
     */
    record Shown(String kind, String key) {}

    /**
     * Kind of the alert.
     *
     * @return the kind
     */
    Kind kind();

    /**
     * Names it in the address.
     *
     * @return a word, lower-case letters only
     */
    String word();

    /**
     * Text that says it.
     *
     * @return key in the texts of the bundle
     */
    String key();

    /**
     * What is put behind the path of the page, after a question mark.
     *
     * @return for example {@code meldung=gespeichert}
     */
    default String query() {
        return PARAMETER + "=" + word();
    }

    /**
     * The notice for a template.
     *
     * @return its kind and key
     */
    default Shown shown() {
        return new Shown(kind().name().toLowerCase(Locale.ROOT), key());
    }

    /**
     * The notice that an address names.
     *
     * @param <N> type of the page's notices
     * @param request request of the page
     * @param all the page's notices, usually {@code values()} of an enum
     * @return empty if it names none of them
     */
    static <N extends PageNotice> Optional<N> of(PageRequest request, N[] all) {
        var word = request.parameter(PARAMETER).orElse("");
        return Stream.of(all).filter(one -> one.word().equals(word)).findFirst();
    }

    /**
     * The same for a template, where nothing is an empty text.
     *
     * @param request request of the page
     * @param all the page's notices
     * @return a {@link Shown}, or an empty text
     */
    static Object shown(PageRequest request, PageNotice[] all) {
        return of(request, all).<Object>map(PageNotice::shown).orElse("");
    }
}
