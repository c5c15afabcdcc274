package de.einsnull.portal.shell.theme;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code de.einsnull.portal}: what makes the portal this city's. */
@ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%portal", description = "%portal.help")
public @interface ThemeConfig {

    @AttributeDefinition(name = "%portal.cityName", description = "%portal.cityName.help")
    String cityName() default "Oelde";

    @AttributeDefinition(name = "%portal.publisher", description = "%portal.publisher.help")
    String publisher() default "Stadt Oelde";

    @AttributeDefinition(name = "%portal.claim", description = "%portal.claim.help")
    String claim() default "";

    @AttributeDefinition(name = "%portal.brandColour", description = "%portal.brandColour.help")
    @SettingHint(pattern = "#[0-9a-fA-F]{6}")
    String brandColour() default "#0b5563";

    @AttributeDefinition(name = "%portal.accentColour", description = "%portal.accentColour.help")
    @SettingHint(pattern = "#[0-9a-fA-F]{6}")
    String accentColour() default "#b8521a";

    @AttributeDefinition(name = "%portal.coatOfArms", description = "%portal.coatOfArms.help")
    String coatOfArms() default "";

    @AttributeDefinition(name = "%portal.address", description = "%portal.address.help")
    String[] address() default {"Stadtverwaltung", "Marktplatz 1", "59302 Oelde"};

    @AttributeDefinition(name = "%portal.phone", description = "%portal.phone.help")
    String phone() default "02522 000-0";

    @AttributeDefinition(name = "%portal.email", description = "%portal.email.help")
    @SettingHint(pattern = "[^@\\s]+@[^@\\s]+")
    String email() default "portal@example.org";

    @AttributeDefinition(name = "%portal.representative", description = "%portal.representative.help")
    String representative() default "die Bürgermeisterin oder der Bürgermeister";

    @AttributeDefinition(name = "%portal.privacyEmail", description = "%portal.privacyEmail.help")
    @SettingHint(pattern = "[^@\\s]+@[^@\\s]+")
    String privacyEmail() default "datenschutz@example.org";

    @AttributeDefinition(name = "%portal.mapStyleUrl", description = "%portal.mapStyleUrl.help")
    @SettingHint(pattern = "https?://.+")
    String mapStyleUrl() default "";
}
