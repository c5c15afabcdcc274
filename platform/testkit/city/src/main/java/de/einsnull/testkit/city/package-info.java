/**
 * The real distribution as a process of its own, for tests of a module and to try it while it is written.
 *
 * <p>A test says {@code @ExtendWith(RunningCity.class)} and takes a {@link de.einsnull.testkit.city.City}. The archive
 * lies beside this one in the Maven repository, unless the system property {@code einsnull.archive} names another.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package de.einsnull.testkit.city;
