package de.einsnull.sensors.driver.kit.webhook;

import java.util.Map;

/** An instance that can be called by others. */
public interface WebhookTarget {

    /**
     * Name of the instance; stands in the address.
     *
     * @return never empty
     */
    String instance();

    /**
     * Topic to which what comes in is sent; the instance subscribes to it durably.
     *
     * @return a topic name
     */
    String topic();

    /**
     * Who may come in. Called before anything is read of the body.
     *
     * @return never null
     */
    Guard guard();

    /** Decides who may come in. */
    interface Guard {

        /**
         * Decides.
         *
         * @param headers gives the value of a header by its name, an empty text if there is none
         * @param body what was sent
         * @return whether it comes from somebody who knows the secret
         */
        boolean admits(Headers headers, byte[] body);

        /**
         * Whether the body is part of the proof, so that it must be read before.
         *
         * @return false if the headers suffice
         */
        boolean needsBody();
    }

    /** Headers of a request. */
    @FunctionalInterface
    interface Headers {

        /**
         * A header.
         *
         * @param name in any case
         * @return its value, empty if there is none
         */
        String get(String name);

        /**
         * Headers of a map, for tests.
         *
         * @param values by name
         * @return the headers
         */
        static Headers of(Map<String, String> values) {
            return name -> values.getOrDefault(name, "");
        }
    }
}
