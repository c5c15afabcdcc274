package de.einsnull.sensors.core.trial;

import de.einsnull.sensors.api.ConnectionTest;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.settings.api.SettingsTest;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets the settings of a driver be tried from their form. */
@Component
public final class SettingsTrial implements SettingsTest {

    private final ConnectionTest trials;

    @Activate
    public SettingsTrial(@Reference ConnectionTest trials) {
        this.trials = trials;
    }

    @Override
    public boolean supports(String pid) {
        return trials.supports(pid);
    }

    @Override
    public Result test(String pid, Map<String, Object> properties, Locale language) {
        var result = trials.test(pid, properties);
        boolean german = language.getLanguage().equals("de");
        return new Result(result.works(), german ? german(result) : english(result));
    }

    private static String german(ConnectionTest.Result result) {
        if (result.works()) {
            return result.readings() < 0
                    ? "Der Treiber ist mit diesen Einstellungen gestartet. Er wartet auf Nachrichten der Geräte."
                    : "Der Treiber wurde gefragt und lieferte " + result.readings() + " Messwerte.";
        }
        return advice(result.cause()) + detail(result);
    }

    private static String advice(DriverCause cause) {
        return switch (cause) {
            case CONFIGURATION -> "Eine Einstellung passt nicht. Prüfen Sie die Eingaben.";
            case AUTHENTICATION -> "Die Zugangsdaten werden abgelehnt. Prüfen Sie Name und Passwort.";
            case COMMUNICATION -> "Die Gegenstelle ist nicht erreichbar. Prüfen Sie Adresse und Netz.";
            case PROTOCOL -> "Die Gegenstelle antwortet unverständlich. Prüfen Sie, ob die Adresse die richtige ist.";
            case TIMEOUT -> "Der Treiber hat nicht rechtzeitig geantwortet. Versuchen Sie es noch einmal.";
            default -> "Der Treiber meldet einen Fehler.";
        };
    }

    private static String english(ConnectionTest.Result result) {
        if (result.works()) {
            return result.readings() < 0
                    ? "The driver started with these settings and waits for messages of devices."
                    : "The driver was asked and gave " + result.readings() + " readings.";
        }
        return (switch (result.cause()) {
                    case CONFIGURATION -> "A setting does not fit. Check what you entered.";
                    case AUTHENTICATION -> "The credentials are refused. Check name and password.";
                    case COMMUNICATION -> "The other side cannot be reached. Check address and network.";
                    case PROTOCOL -> "The other side answers with nonsense. Check whether the address is the right one.";
                    case TIMEOUT -> "The driver did not answer in time. Try again.";
                    default -> "The driver reports an error.";
                })
                + detail(result);
    }

    private static String detail(ConnectionTest.Result result) {
        return result.detail().isEmpty() ? "" : " (" + result.detail() + ")";
    }
}
