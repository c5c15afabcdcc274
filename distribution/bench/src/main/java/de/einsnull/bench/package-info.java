/** Benchmarks of the real distribution, with a load that is bounded in rate and time and stays on this machine. */
package de.einsnull.bench;
