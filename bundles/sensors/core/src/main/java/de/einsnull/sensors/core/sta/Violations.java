package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.StoreException;

/** What clients are told about bodies that only the store can judge. */
final class Violations {

    private Violations() {}

    static StoreException unknown(EntityType type, long id, String pointer) {
        return new StoreException(new Failure.Violated(
                pointer,
                type.entityName() + "(" + id + ") gibt es nicht.",
                type.entityName() + "(" + id + ") does not exist."));
    }

    static StoreException missing(Navigation navigation, String pointer) {
        return new StoreException(new Failure.Violated(
                pointer,
                navigation.source().entityName() + " braucht " + navigation.navigationName() + ".",
                navigation.source().entityName() + " needs " + navigation.navigationName() + "."));
    }

    static StoreException twice(Navigation navigation, String pointer) {
        return new StoreException(new Failure.Violated(
                pointer,
                "Der Pfad und der Inhalt nennen verschiedene " + navigation.navigationName() + ".",
                "The path and the body name different " + navigation.navigationName() + "."));
    }

    static Failure noFeature(String pointer) {
        return new Failure.Violated(
                pointer,
                "FeatureOfInterest fehlt, und das Thing hat keine Location mit einer Geometrie, aus der es entstehen könnte.",
                "FeatureOfInterest is missing, and the Thing has no Location with a geometry it could be made of.");
    }

    static Failure lengths(String pointer, int properties) {
        return new Failure.Violated(
                pointer,
                "Erwartet wird ein Array mit " + properties + " Werten, einem für jede ObservedProperty.",
                "Expected an array of " + properties + " values, one for each ObservedProperty.");
    }

    static StoreException cannotBeWithout(Navigation navigation) {
        return new StoreException(new Failure.Violated(
                "",
                navigation.source().entityName() + " kann nicht ohne " + navigation.navigationName() + " sein.",
                navigation.source().entityName() + " cannot be without " + navigation.navigationName() + "."));
    }

    static StoreException ofDevice() {
        return new StoreException(new Failure.Conflict(
                "Das gehört zu einem angemeldeten Gerät. Melden Sie zuerst das Gerät ab.",
                "This belongs to a registered device. Remove the device first."));
    }

    static StoreException tooMany(int most) {
        return new StoreException(new Failure.TooExpensive(
                "Auf einmal werden höchstens " + most + " gelöscht. Grenzen Sie mit $filter ein.",
                "At most " + most + " are deleted at once. Narrow it down with $filter."));
    }
}
