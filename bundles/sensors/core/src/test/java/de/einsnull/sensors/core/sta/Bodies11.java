package de.einsnull.sensors.core.sta;

/** Bodies of entities that have all that they need. */
final class Bodies11 {

    static final String SENSOR =
            """
            {"name":"S","description":"a sensor","encodingType":"text/html","metadata":"https://s.example"}""";
    static final String PROPERTY =
            """
            {"name":"Temperature","description":"how warm","definition":"urn:temperature"}""";

    private Bodies11() {}

    static String location(double longitude, double latitude) {
        return """
                {"name":"L","description":"a place","encodingType":"application/geo+json",
                 "location":{"type":"Point","coordinates":[%s,%s]}}"""
                .formatted(longitude, latitude);
    }

    static String thing(String name, String more) {
        return """
                {"name":"%s","description":"a thing"%s}""".formatted(name, more);
    }

    static String datastream(String name, String more) {
        return """
                {"name":"%s","description":"a series",
                 "observationType":"http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement",
                 "unitOfMeasurement":{"name":"Grad","symbol":"°C","definition":"ucum:Cel"},
                 "Sensor":%s,"ObservedProperty":%s%s}"""
                .formatted(name, SENSOR, PROPERTY, more);
    }

    /** A thing at a place with one datastream. */
    static String station(String name, double longitude, double latitude) {
        return thing(
                name,
                ",\"Locations\":[" + location(longitude, latitude) + "],\"Datastreams\":[" + datastream(name, "")
                        + "]");
    }

    static String observation(String time, Object result) {
        return """
                {"phenomenonTime":"%s","result":%s}""".formatted(time, result);
    }
}
