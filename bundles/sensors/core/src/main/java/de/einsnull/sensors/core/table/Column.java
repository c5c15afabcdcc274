package de.einsnull.sensors.core.table;

import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.Position;
import java.util.function.Function;

/** Columns of a table of devices, in the order of an export. */
enum Column {
    INSTANCE("instance", "Treiberinstanz", 100, DeviceRegistration::instance),
    EXTERNAL_ID("externalId", "Kennung", 128, DeviceRegistration::externalId),
    NAME("name", "Name", 200, DeviceRegistration::name),
    KIND("kind", "Art", 64, DeviceRegistration::kind),
    MODEL("model", "Modell", 100, DeviceRegistration::model),
    DESCRIPTION("description", "Beschreibung", 1_000, DeviceRegistration::description),
    GROUP("group", "Gruppe", 200, DeviceRegistration::group),
    LATITUDE("latitude", "Breitengrad", 20, r -> degrees(r, Position::latitude)),
    LONGITUDE("longitude", "Längengrad", 20, r -> degrees(r, Position::longitude)),
    OPEN("open", "Offen", 10, r -> String.valueOf(r.open())),
    LICENCE("licence", "Lizenz", 200, DeviceRegistration::licence);

    private final String english;
    private final String german;
    private final int most;
    private final Function<DeviceRegistration, String> value;

    Column(String english, String german, int most, Function<DeviceRegistration, String> value) {
        this.english = english;
        this.german = german;
        this.most = most;
        this.value = value;
    }

    private static String degrees(DeviceRegistration registration, Function<Position, Double> which) {
        return registration.position().map(which).map(String::valueOf).orElse("");
    }

    String title(boolean inGerman) {
        return inGerman ? german : english;
    }

    boolean isCalled(String title) {
        return title.equalsIgnoreCase(english) || title.equalsIgnoreCase(german);
    }

    /** Longest value, characters. */
    int most() {
        return most;
    }

    String of(DeviceRegistration registration) {
        return value.apply(registration);
    }

    /** As it is exported; German people write yes and decimals in their way, and both are read. */
    String exported(DeviceRegistration registration, boolean inGerman) {
        var text = of(registration);
        if (!inGerman) {
            return text;
        }
        return switch (this) {
            case OPEN -> registration.open() ? "ja" : "nein";
            case LATITUDE, LONGITUDE -> text.replace('.', ',');
            default -> text;
        };
    }
}
