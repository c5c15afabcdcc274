package de.einsnull.security.portal;

import de.einsnull.portal.api.Language;
import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.Erasure;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.PersonalData;
import de.einsnull.security.api.PersonalData.Item;
import de.einsnull.security.api.PersonalDataSource;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the platform itself keeps: the account, and what was done with it lately. */
@Component
public final class AccountData implements PersonalDataSource {

    private static final int NEWEST = 1_000;
    private static final ZoneId CITY = ZoneId.of("Europe/Berlin");

    private final Accounts accounts;
    private final AuditTrail trail;
    private final Words words;

    @Activate
    public AccountData(@Reference Accounts accounts, @Reference AuditTrail trail, @Reference Words words) {
        this.accounts = accounts;
        this.trail = trail;
        this.words = words;
    }

    @Override
    public String id() {
        return "account";
    }

    @Override
    public PersonalData export(Identity account, Locale locale) {
        return new PersonalData(
                text(locale, "title"), text(locale, "purpose"), text(locale, "until"), items(account, locale));
    }

    @Override
    public Erasure erase(Identity account, Locale locale) {
        return Erasure.refused(items(account, locale).size(), text(locale, "kept"));
    }

    private List<Item> items(Identity account, Locale locale) {
        List<Item> items = new ArrayList<>();
        accounts.entries().stream()
                .filter(entry -> entry.identity().id().equals(account.id()))
                .map(entry -> new Item(text(locale, "item"), facts(entry, locale)))
                .forEach(items::add);
        trail.newest(NEWEST).stream()
                .filter(entry -> entry.actor().equals(account.id()))
                .map(entry -> new Item(when(entry.at(), locale), Map.of(text(locale, "action"), action(entry, locale))))
                .forEach(items::add);
        return items;
    }

    private Map<String, String> facts(Accounts.Entry entry, Locale locale) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(text(locale, "name"), entry.name());
        facts.put(text(locale, "shown"), entry.identity().displayName());
        facts.put(
                text(locale, "roles"),
                String.join(", ", new TreeSet<>(entry.identity().roles())));
        return facts;
    }

    private static String when(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(at.atZone(CITY));
    }

    private String action(AuditTrail.Entry entry, Locale locale) {
        return words.text(language(locale), "audit.action." + entry.action()).replaceFirst("^audit\\.action\\.", "");
    }

    private String text(Locale locale, String key) {
        return words.text(language(locale), "mydata.account." + key);
    }

    private static Language language(Locale locale) {
        return Language.ofTag(locale.toLanguageTag()).orElse(Language.DE);
    }
}
