package de.einsnull.modules.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Changes what is installed. One operation at a time; a second one waits its turn. Thread-safe.
 *
 * <p>The service has the Boolean property {@code einsnull.development}: true while modules are let in that nobody signed,
 * which is to be shown wherever modules are administered.
 *
 * <p>What it does survives a crash: an operation that was cut off is undone when the platform starts again.
 */
@ProviderType
public interface ModuleInstaller {

    /**
     * Takes an archive in and looks at it. Nothing is installed. An archive that is broken, too large, unsigned, hostile
     * or does not fit this platform is not an exception but has findings that say so, and leaves no trace.
     *
     * @param archive a bundle ({@code .jar}) or a KAR; read to its end but not beyond the limit, not closed
     * @param fileName how the sender called it, for messages only
     * @return what was found
     * @throws IOException when it cannot be read from the sender or written to the disk
     */
    Staged stage(InputStream archive, String fileName) throws IOException;

    /**
     * Takes in a module from a repository.
     *
     * @param name name of the module
     * @param version version of the module
     * @return what was found
     * @throws IOException when the repository cannot be read or has no such module
     */
    Staged stage(String name, String version) throws IOException;

    /**
     * What was taken in and is neither installed nor forgotten.
     *
     * @param id id of the staged archive
     * @return empty if it is unknown
     */
    Optional<Staged> staged(String id);

    /**
     * Works out what a change would do.
     *
     * @param change the change
     * @return the plan, with findings that refuse it if it may not be carried out
     * @throws java.util.NoSuchElementException if the target is unknown
     */
    Plan preview(Change change);

    /**
     * Carries a change out. Returns at once; {@link #operation} tells how far it is, and so does the live channel
     * {@code modules}.
     *
     * @param change the change
     * @param actor account that asks for it
     * @return the operation that has begun
     * @throws java.util.NoSuchElementException if the target is unknown
     * @throws IllegalStateException if the plan is refused; its findings say why
     */
    Operation apply(Change change, String actor);

    /**
     * How far an operation is.
     *
     * @param id id of the operation
     * @return empty if it is unknown; the last hundred are known
     */
    Optional<Operation> operation(String id);
}
