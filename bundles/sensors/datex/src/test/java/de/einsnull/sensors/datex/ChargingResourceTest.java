package de.einsnull.sensors.datex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservedProperties;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.testkit.FakeSensorDirectory;
import de.einsnull.testkit.Configurations;
import de.einsnull.web.api.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without these navigation systems would send drivers to charging points that are taken, broken, or not there. */
class ChargingResourceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeSensorDirectory directory = new FakeSensorDirectory();
    private final ChargingResource resource = new ChargingResource(
            directory,
            Configurations.of(Settings.class, Map.of("identifier", "DE-NAP-Oelde")),
            Clock.fixed(NOW, ZoneOffset.UTC));

    private void point(
            long id, String group, boolean open, Map<String, String> properties, String status, Duration age) {
        var at = NOW.minus(age);
        var stream = new Datastream(
                id * 10,
                id,
                "status",
                Channel.text(Channels.CHARGING_STATUS, ObservedProperties.CHARGING_STATUS),
                1,
                1,
                open,
                "CC0-1.0",
                Optional.of(new Observation(id * 10, at, at, 0, Value.of(status))));
        var power = new Datastream(
                id * 10 + 1,
                id,
                "power",
                Channel.number(Channels.CHARGING_POWER, "kW", ObservedProperties.CHARGING_POWER),
                1,
                2,
                open,
                "CC0-1.0",
                Optional.of(new Observation(id * 10 + 1, at, at, 0, Value.of(11.04))));
        directory.put(new Thing(
                id,
                "Ladepunkt " + id,
                "",
                Kinds.CHARGING_POINT,
                group,
                Optional.of(new Position(8.14, 51.82)),
                1,
                false,
                properties,
                List.of(stream, power)));
    }

    private JsonNode table() {
        return JSON.valueToTree(resource.table()).path("payload").path("aegiEnergyInfrastructureTablePublication");
    }

    private JsonNode status() {
        return JSON.valueToTree(resource.status()).path("payload").path("aegiEnergyInfrastructureStatusPublication");
    }

    @Test
    void pointsThatStandTogetherAreOneSiteWithTheirPowerAndPlace() {
        point(1, "Bahnhof", true, Map.of("power_kw", "22", "evse_id", "DE*ABC*E1"), "available", Duration.ZERO);
        point(2, "Bahnhof", true, Map.of("power_kw", "150"), "charging", Duration.ZERO);
        point(3, "", true, Map.of(), "charging", Duration.ZERO);

        var sites = table().path("energyInfrastructureTable").path(0).path("energyInfrastructureSite");
        assertThat(sites).hasSize(2);
        assertThat(sites.path(0)
                        .path("name")
                        .path("values")
                        .path(0)
                        .path("value")
                        .asText())
                .isEqualTo("Bahnhof");
        var station = sites.path(0).path("energyInfrastructureStation").path(0);
        assertThat(station.path("totalMaximumPower").asLong()).isEqualTo(172_000);
        assertThat(station.path("numberOfRefillPoints").asInt()).isEqualTo(2);
        var first = station.path("refillPoint").path(0).path("aegiElectricChargingPoint");
        assertThat(first.path("idG").asText()).isEqualTo("point-1");
        assertThat(first.path("currentType").path("value").asText()).isEqualTo("ac");
        assertThat(first.path("externalIdentifier").path(0).path("identifier").asText())
                .isEqualTo("DE*ABC*E1");
        assertThat(first.at("/locationReference/locPointLocation/coordinatesForDisplay/latitude")
                        .asDouble())
                .isEqualTo(51.82);
        assertThat(station.path("refillPoint")
                        .path(1)
                        .at("/aegiElectricChargingPoint/currentType/value")
                        .asText())
                .isEqualTo("dc");
        assertThat(table().at("/publicationCreator/nationalIdentifier").asText())
                .isEqualTo("DE-NAP-Oelde");
        assertThat(table().at("/headerInformation/informationStatus/value").asText())
                .isEqualTo("real");
    }

    @ParameterizedTest
    @CsvSource({
        "available, available",
        "charging, charging",
        "blocked, occupied",
        "reserved, reserved",
        "outoforder, outOfOrder",
        "unknown, unknown",
        "burning, unknown"
    })
    void stateAndPowerAreSaidInTheWordsOfTheProfile(String said, String word) {
        point(1, "", true, Map.of(), said, Duration.ofMinutes(5));

        var point = status().at(
                        "/energyInfrastructureSiteStatus/0/energyInfrastructureStationStatus/0/refillPointStatus/0"
                                + "/aegiElectricChargingPointStatus");
        assertThat(point.at("/status/value").asText()).isEqualTo(word);
        assertThat(point.at("/reference/idG").asText()).isEqualTo("point-1");
        assertThat(point.path("lastUpdated").asText()).isEqualTo("2026-11-24T11:55:00Z");
        assertThat(point.path("currentChargingPower").asLong()).isEqualTo(11_040);
    }

    /** "Free" of last week is no promise. */
    @Test
    void whatIsOldIsUnknown() {
        point(1, "", true, Map.of(), "available", Duration.ofHours(25));

        assertThat(status().toString()).contains("\"unknown\"").doesNotContain("available", "currentChargingPower");
    }

    @Test
    void whatIsNotOpenIsNotPublished() {
        point(1, "", false, Map.of(), "available", Duration.ZERO);

        assertThatThrownBy(resource::table).isInstanceOf(ProblemException.class);
        assertThatThrownBy(resource::status).isInstanceOf(ProblemException.class);
    }
}
