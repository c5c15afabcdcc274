/** The peers of the distribution in tests and benchmarks: a database server, devices, modules of partners. */
package de.einsnull.harness;
