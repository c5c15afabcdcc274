package de.example.benches;

import de.einsnull.security.api.Erasure;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.PersonalData;
import de.einsnull.security.api.PersonalData.Item;
import de.einsnull.security.api.PersonalDataSource;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells people which benches they have adopted, and forgets it when they want. */
@Component
public final class AdoptionData implements PersonalDataSource {

    private final Benches benches;
    private final Texts texts = new Texts();

    @Activate
    public AdoptionData(@Reference Benches benches) {
        this.benches = benches;
    }

    @Override
    public String id() {
        return "benches";
    }

    @Override
    public PersonalData export(Identity account, Locale language) {
        String since = texts.in(language, "data.since");
        return new PersonalData(
                texts.in(language, "data.title"),
                texts.in(language, "data.purpose"),
                texts.in(language, "data.until"),
                benches.adoptedBy(account.id()).stream()
                        .map(bench -> new Item(
                                bench.getName(),
                                Map.of(since, bench.getAdoptedAt().toString())))
                        .toList());
    }

    @Override
    public Erasure erase(Identity account, Locale language) {
        return Erasure.ofAll(benches.release(account.id()));
    }
}
