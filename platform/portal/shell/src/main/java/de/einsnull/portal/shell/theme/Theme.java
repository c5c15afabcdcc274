package de.einsnull.portal.shell.theme;

import de.einsnull.portal.shell.asset.Asset;
import java.util.List;

/**
 * What makes the portal this city's, as pages and templates use it.
 *
 * @param cityName for example {@code Oelde}
 * @param publisher for example {@code Stadt Oelde}
 * @param claim may be empty
 * @param contact how to reach the city
 * @param mapStyleUrl address of a MapLibre style, empty for the built-in map
 * @param hash changes with the files
 * @param css style sheet with the colours
 * @param coatOfArms picture
 * @param coatOfArmsFile its file name, {@code wappen.svg} or {@code wappen.png}
 */
public record Theme(
        String cityName,
        String publisher,
        String claim,
        Contact contact,
        String mapStyleUrl,
        String hash,
        Asset css,
        Asset coatOfArms,
        String coatOfArmsFile) {

    /**
     * How to reach the city.
     *
     * @param address lines
     * @param phone telephone number
     * @param email e-mail address
     * @param representative who represents the city by law
     * @param privacyEmail address of the data protection officer
     */
    public record Contact(
            List<String> address, String phone, String email, String representative, String privacyEmail) {}

    public String cssAddress() {
        return "/assets/theme/" + hash + "/theme.css";
    }

    public String coatOfArmsAddress() {
        return "/assets/theme/" + hash + "/" + coatOfArmsFile;
    }
}
