package de.einsnull.security.portal;

import de.einsnull.portal.api.Language;
import de.einsnull.security.api.Erasure;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.PersonalData;
import de.einsnull.security.api.PersonalDataSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all modules keep about a person. One that fails hides nothing of the others. Thread-safe. */
@Component(service = PersonalDataSources.class)
public final class PersonalDataSources {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataSources.class);

    private final List<PersonalDataSource> sources = new CopyOnWriteArrayList<>();

    /**
     * A part of what is kept.
     *
     * @param source id of the source
     * @param data what it keeps, empty if it could not be had
     */
    public record Part(String source, Optional<PersonalData> data) {}

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bind(PersonalDataSource source) {
        sources.add(source);
    }

    void unbind(PersonalDataSource source) {
        sources.remove(source);
    }

    List<Part> of(Identity account, Language language) {
        return sources.stream()
                .sorted(Comparator.comparing(PersonalDataSource::id))
                .map(source -> new Part(source.id(), export(source, account, language)))
                .toList();
    }

    Optional<Part> of(String id, Identity account, Language language) {
        return find(id).map(source -> new Part(id, export(source, account, language)));
    }

    /** Empty if there is no such source or it failed. */
    Optional<Erasure> erase(String id, Identity account, Language language) {
        return find(id).flatMap(source -> {
            try {
                return Optional.of(source.erase(account, language.locale()));
            } catch (Exception e) {
                LOG.warn("Personal data of {} could not be erased", id, e);
                return Optional.empty();
            }
        });
    }

    private Optional<PersonalDataSource> find(String id) {
        return sources.stream().filter(source -> source.id().equals(id)).findFirst();
    }

    private static Optional<PersonalData> export(PersonalDataSource source, Identity account, Language language) {
        try {
            return Optional.of(source.export(account, language.locale()));
        } catch (Exception e) {
            LOG.warn("Personal data of {} could not be had", source.id(), e);
            return Optional.empty();
        }
    }
}
