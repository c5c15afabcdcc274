package de.einsnull.security.api;

import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a module keeps about people with an account. Register it as an OSGi service: people then see and download it on
 * their page <i>Konto, Meine Daten</i> (GDPR Art. 15 and 20) and can have it erased there (Art. 17). Every module that
 * stores an account's id, or anything that leads to a person, registers one.
 */
@ConsumerType
public interface PersonalDataSource {

    /**
     * Identifies the source in addresses and in the audit trail, the same in all versions.
     *
     * @return lower-case letters, digits, dots and hyphens, at most 64 characters, for example {@code suggestions}
     */
    String id();

    /**
     * Everything the module keeps about an account, in words for the person. Called from several threads at once, within
     * the few seconds that a page has.
     *
     * @param account whose data; never anonymous
     * @param language language of all words
     * @return the data, also when there is none
     * @throws Exception when it cannot be had: the page says that this part is missing, so leave nothing out silently
     */
    PersonalData export(Identity account, Locale language) throws Exception;

    /**
     * Erases it, as far as no law wants it kept. Called again, it erases what has come since.
     *
     * @param account whose data; never anonymous
     * @param language language of the reason
     * @return what became of it
     * @throws Exception when nothing could be erased now; the person is told to try again
     */
    Erasure erase(Identity account, Locale language) throws Exception;
}
