package de.einsnull.testkit.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A module in the deploy folder of a city, until it is closed. The city notices within a second. */
public final class Deployment implements AutoCloseable {

    private final Path file;

    private Deployment(Path file) {
        this.file = file;
    }

    /**
     * Deploys the module under test.
     *
     * @param city a running city
     * @return the deployment
     * @throws IOException if the jar cannot be copied, for example because {@code mvn package} did not make it
     */
    public static Deployment ofThisModule(City city) throws IOException {
        return of(city.deploy(), Path.of(System.getProperty("einsnull.module")));
    }

    /**
     * Deploys a module, or replaces one of the same file name.
     *
     * @param folder deploy folder of a city
     * @param jar the module
     * @return the deployment
     * @throws IOException if the jar cannot be copied
     */
    public static Deployment of(Path folder, Path jar) throws IOException {
        Deployment deployment = new Deployment(folder.resolve(jar.getFileName()));
        deployment.update(jar);
        return deployment;
    }

    /**
     * Replaces the module in one step: the city never sees half a file.
     *
     * @param jar the next version
     * @throws IOException if it cannot be copied
     */
    public void update(Path jar) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.copy(jar, unfinished, StandardCopyOption.REPLACE_EXISTING);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes the module away. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
