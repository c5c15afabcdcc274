package de.einsnull.bench;

import de.einsnull.harness.PostgreSql;
import de.einsnull.testkit.city.City;

/** Where the platform under measurement keeps its data. */
enum Database {
    /** The H2 file of the data directory. */
    H2 {
        @Override
        Running start() {
            return new Running(null);
        }
    },
    /** A PostgreSQL server of its own, with its stock settings. */
    POSTGRESQL {
        @Override
        Running start() {
            return new Running(new PostgreSql());
        }
    };

    /** Starts what is needed. */
    abstract Running start();

    /**
     * A running database.
     *
     * @param server the server, null for H2
     */
    record Running(PostgreSql server) implements AutoCloseable {

        /**
         * Makes a city use it.
         *
         * @param city a city that is not started
         * @return the city
         */
        City under(City city) {
            return server == null ? city : server.under(city);
        }

        @Override
        public void close() {
            if (server != null) {
                server.close();
            }
        }
    }
}
