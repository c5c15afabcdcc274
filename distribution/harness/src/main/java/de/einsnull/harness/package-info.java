/** Starts the real distribution and its peers as processes of their own, for tests and benchmarks. */
package de.einsnull.harness;
