package de.einsnull.sensors.driver.datex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Publications for tests: excerpts of real ones, and one of the AFIR profile written after its specification. */
final class Publications {

    static final String AFIR_STATUS =
            """
            {"messageContainer": {"payload": [{
              "modelBaseVersionG": "3", "profileNameG": "AFIR Energy Infrastructure", "profileVersionG": "01-00-00",
              "aegiEnergyInfrastructureStatusPublication": {
                "lang": "de", "publicationTime": "2026-11-24T12:00:00+01:00",
                "energyInfrastructureSiteStatus": [{
                  "reference": {"idG": "SITE-1"},
                  "energyInfrastructureStationStatus": [{
                    "reference": {"idG": "STATION-1"},
                    "refillPointStatus": [
                      {"aegiElectricChargingPointStatus": {
                        "reference": {"idG": "POINT-1", "versionG": "2"}, "lastUpdated": "2026-11-24T11:59:30+01:00",
                        "status": {"value": "charging"}, "currentChargingPower": 11040,
                        "energyRateUpdate": [{"energyPrice": [
                          {"priceType": {"value": "basePrice"}, "value": 1.0},
                          {"priceType": {"value": "pricePerKWh"}, "value": 0.37}]}]}},
                      {"aegiElectricChargingPointStatus": {
                        "reference": {"idG": "POINT-2"}, "status": {"value": "faulted"}}},
                      {"aegiElectricChargingPointStatus": {
                        "reference": {"idG": "POINT-3"}, "status": {"value": "extendedG", "extendedValueG": "x"}}},
                      {"aegiElectricChargingPointStatus": {"status": {"value": "available"}}}]}]}]}}]}}""";

    static final String AFIR_TABLE =
            """
            {"payload": {"aegiEnergyInfrastructureTablePublication": {"energyInfrastructureTable": [{
              "energyInfrastructureSite": [{
                "idG": "SITE-1",
                "locationReference": {"locAreaLocation": {
                  "coordinatesForDisplay": {"latitude": 51.82, "longitude": 8.14},
                  "locLocationExtensionG": {"FacilityLocation": {"address": {"addressLine": [
                    {"type": {"value": "street"}, "text": {"values": [{"lang": "de", "value": "Marktplatz"}]}},
                    {"type": {"value": "houseNumber"}, "text": {"values": [{"lang": "de", "value": "1"}]}}]}}}}},
                "energyInfrastructureStation": [{
                  "idG": "STATION-1",
                  "locationReference": {"locPointLocation": {"coordinatesForDisplay":
                    {"latitude": 51.8235, "longitude": 8.1435}}},
                  "refillPoint": [
                    {"aegiElectricChargingPoint": {"idG": "POINT-1",
                      "externalIdentifier": [{"identifier": "DE*ABC*E1"}],
                      "connector": [{"maxPowerAtSocket": 22000}, {"maxPowerAtSocket": 50000}]}},
                    {"aegiElectricChargingPoint": {"idG": "POINT-2",
                      "connector": [{"maxPowerAtSocket": 3700}]}}]}]}]}]}}}""";

    private Publications() {}

    static String of(String name) {
        try (var in = Publications.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
