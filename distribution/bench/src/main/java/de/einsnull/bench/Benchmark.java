package de.einsnull.bench;

/** One measurement of the real distribution. */
interface Benchmark {

    /**
     * Measures.
     *
     * @param database where the platform keeps its data
     * @return a Markdown table with what was measured
     * @throws Exception when it could not be measured
     */
    Table measure(Database database) throws Exception;
}
