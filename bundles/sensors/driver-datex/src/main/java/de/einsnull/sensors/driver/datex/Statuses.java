package de.einsnull.sensors.driver.datex;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.ChargingStatus;
import de.einsnull.sensors.api.ObservedProperties;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a publication says about the present: {@code ParkingStatusPublication} of DATEX II 3 and of the German extension of
 * version 2, and {@code EnergyInfrastructureStatusPublication} of the AFIR recharging profile 01-00-00.
 *
 * @param reports what could be read
 * @param malformed how many records name nothing
 */
record Statuses(List<Report> reports, int malformed) {

    static final Channel PRICE = Channel.text("charging_price", Channels.observedProperty("charging_price"));
    static final List<Channel> CHANNELS = List.of(
            Channel.number(Channels.FREE_SPACES, "1", ObservedProperties.FREE_SPACES),
            Channel.flag(Channels.OCCUPIED, ObservedProperties.PARKING_OCCUPIED),
            Channel.text(Channels.CHARGING_STATUS, ObservedProperties.CHARGING_STATUS),
            Channel.number(Channels.CHARGING_POWER, "kW", ObservedProperties.CHARGING_POWER),
            PRICE);

    private static final int WATTS_OF_A_KILOWATT = 1_000;
    private static final String WRAPPED = "aegiElectricChargingPointStatus";

    /** Words of {@code RefillPointStatusEnum}; others are not known here either. */
    private static final Map<String, String> CHARGING = Map.ofEntries(
            Map.entry("available", ChargingStatus.AVAILABLE),
            Map.entry("charging", ChargingStatus.CHARGING),
            Map.entry("blocked", ChargingStatus.BLOCKED),
            Map.entry("occupied", ChargingStatus.BLOCKED),
            Map.entry("reserved", ChargingStatus.RESERVED),
            Map.entry("faulted", ChargingStatus.OUT_OF_ORDER),
            Map.entry("inoperative", ChargingStatus.OUT_OF_ORDER),
            Map.entry("outOfOrder", ChargingStatus.OUT_OF_ORDER),
            Map.entry("outOfStock", ChargingStatus.OUT_OF_ORDER),
            Map.entry("unavailable", ChargingStatus.OUT_OF_ORDER),
            Map.entry("removed", ChargingStatus.OUT_OF_ORDER));

    static Statuses of(JsonNode root, Instant now) {
        Instant published = Tree.all(root, "publicationTime").stream()
                .flatMap(found -> Tree.time(found).stream())
                .findFirst()
                .orElse(now);
        var reports = new ArrayList<Report>();
        int malformed = 0;
        for (JsonNode record : Tree.all(root, "parkingRecordStatus")) {
            malformed += add(reports, parking(record, published, now));
        }
        for (JsonNode record : Tree.all(root, "refillPointStatus")) {
            malformed += add(reports, charging(record.has(WRAPPED) ? record.get(WRAPPED) : record, published, now));
        }
        return new Statuses(List.copyOf(reports), malformed);
    }

    private static int add(List<Report> reports, Optional<Report> report) {
        report.ifPresent(reports::add);
        return report.isPresent() ? 0 : 1;
    }

    private static Optional<Report> report(JsonNode reference, List<Reading> readings, Instant now) {
        var id = Tree.id(reference);
        return id.isEmpty() || id.length() > 128 || readings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Report(id, 0, now, readings));
    }

    /** A car park of one bay is a bay: that is how single sensors are published. */
    private static Optional<Report> parking(JsonNode record, Instant published, Instant now) {
        Instant at = Tree.time(record.path("parkingStatusOriginTime")).orElse(published);
        var occupancy = record.path("parkingOccupancy");
        var capacity = Tree.number(occupancy.path("parkingNumberOfSpacesOverride"));
        var taken = Tree.number(occupancy.path("parkingNumberOfOccupiedSpaces"));
        var free = Tree.number(occupancy.path("parkingNumberOfVacantSpaces"))
                .or(() -> capacity.isPresent() && taken.isPresent()
                        ? Optional.of(Math.max(0, capacity.get() - taken.get()))
                        : Optional.empty());
        var readings = new ArrayList<Reading>();
        free.filter(number -> number >= 0).ifPresent(number -> {
            if (capacity.filter(spaces -> spaces == 1).isPresent()) {
                readings.add(new Reading(Channels.OCCUPIED, number == 0, at));
            } else {
                readings.add(new Reading(Channels.FREE_SPACES, number, "1", at));
            }
        });
        return report(record.path("parkingRecordReference"), readings, now);
    }

    private static Optional<Report> charging(JsonNode point, Instant published, Instant now) {
        Instant at = Tree.time(point.path("lastUpdated")).orElse(published);
        var readings = new ArrayList<Reading>();
        var status = Tree.text(point.path("status"));
        if (!status.isEmpty()) {
            readings.add(
                    new Reading(Channels.CHARGING_STATUS, CHARGING.getOrDefault(status, ChargingStatus.UNKNOWN), at));
        }
        Tree.number(point.path("currentChargingPower"))
                .map(watts -> BigDecimal.valueOf(watts)
                        .divide(BigDecimal.valueOf(WATTS_OF_A_KILOWATT))
                        .doubleValue())
                .ifPresent(power -> readings.add(new Reading(Channels.CHARGING_POWER, power, "kW", at)));
        price(point.path("energyRateUpdate")).ifPresent(price -> readings.add(new Reading(PRICE.id(), price, at)));
        return report(point.path("reference"), readings, now);
    }

    /** The first price per kilowatt-hour. The profile gives prices in euros, with VAT unless it says otherwise. */
    private static Optional<String> price(JsonNode rates) {
        return Tree.all(rates, "energyPrice").stream()
                .filter(price -> Tree.text(price.path("priceType")).equals("pricePerKWh"))
                .flatMap(price -> Tree.number(price.path("value")).stream())
                .map(number -> String.format(Locale.ROOT, "%.2f EUR/kWh", number))
                .findFirst();
    }
}
