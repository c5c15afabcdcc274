package de.einsnull.portal.shell.theme;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code de.einsnull.portal}: what makes the portal this city's. */
@ObjectClassDefinition(
        name = "Portal der Stadt",
        description = "Name, Farben, Wappen und Angaben, die auf jeder Seite stehen")
public @interface ThemeConfig {

    @AttributeDefinition(name = "Stadt", description = "Name der Stadt, zum Beispiel Oelde")
    String cityName() default "Oelde";

    @AttributeDefinition(name = "Absender", description = "Wer das Portal herausgibt, zum Beispiel Stadt Oelde")
    String publisher() default "Stadt Oelde";

    @AttributeDefinition(
            name = "Leitsatz",
            description = "Steht klein neben dem Namen; leer lassen, wenn keiner gewünscht ist")
    String claim() default "";

    @AttributeDefinition(name = "Hauptfarbe", description = "#rrggbb; braucht 4,5:1 Kontrast auf Weiß")
    String brandColour() default "#0b5563";

    @AttributeDefinition(name = "Akzentfarbe", description = "#rrggbb; braucht 3:1 Kontrast auf Weiß")
    String accentColour() default "#b8521a";

    @AttributeDefinition(
            name = "Wappen",
            description = "Pfad einer SVG- oder PNG-Datei bis 200 KB; leer für das neutrale Wappen")
    String coatOfArms() default "";

    @AttributeDefinition(
            name = "Anschrift",
            description = "Zeilen der Anschrift; in einer Datei mit Semikolon getrennt")
    String[] address() default {"Stadtverwaltung", "Marktplatz 1", "59302 Oelde"};

    @AttributeDefinition(name = "Telefon")
    String phone() default "02522 000-0";

    @AttributeDefinition(name = "E-Mail")
    String email() default "portal@example.org";

    @AttributeDefinition(name = "Vertretung", description = "Wer die Stadt nach außen vertritt, für das Impressum")
    String representative() default "die Bürgermeisterin oder der Bürgermeister";

    @AttributeDefinition(name = "Datenschutz", description = "E-Mail-Adresse der oder des Datenschutzbeauftragten")
    String privacyEmail() default "datenschutz@example.org";

    @AttributeDefinition(
            name = "Kartenstil",
            description = "Adresse eines MapLibre-Stils; leer für die eingebaute Karte")
    String mapStyleUrl() default "";
}
