package de.einsnull.bench;

/** One measurement of the real distribution. */
interface Benchmark {

    /** Whether it matters where the platform keeps its data; if not, it is measured once. */
    default boolean usesDatabase() {
        return true;
    }

    /**
     * Measures.
     *
     * @param database where the platform keeps its data
     * @return a Markdown table with what was measured
     * @throws Exception when it could not be measured
     */
    Table measure(Database database) throws Exception;
}
