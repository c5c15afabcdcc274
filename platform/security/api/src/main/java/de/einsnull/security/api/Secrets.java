package de.einsnull.security.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Passwords and keys of the platform itself, a file each in a directory that only its user can enter. A configuration
 * refers to the same file as {@code $[secret:name]}. Callers keep what they read out of logs, messages and answers.
 *
 * <p>A name has 1 to 100 letters, digits, dots, hyphens and underscores and begins with none of the dots; every other one
 * is an {@link IllegalArgumentException}. Thread-safe. Needs no database, so it is there before everything else.
 */
@ProviderType
public interface Secrets {

    /**
     * Reads a secret that a person has put there.
     *
     * @param name name of the file
     * @return content without white space around it; empty if there is no such file or nothing in it
     * @throws IOException if the file cannot be read
     */
    Optional<String> read(String name) throws IOException;

    /**
     * Reads a secret and makes up a random one of 192 bits, in characters that need no quoting, if there is none. Several
     * callers at once get the same one, and a crash leaves either no file or a whole one.
     *
     * @param name name of the file
     * @return content without white space around it, never empty
     * @throws IOException if the file cannot be read or made, or if it is empty; the message names it and says what to do
     */
    String readOrCreate(String name) throws IOException;

    /**
     * Keeps a secret, in place of the one that is there. A crash leaves the old one or the new one.
     *
     * @param name name of the file
     * @param secret content, not empty; white space around it is lost
     * @throws IOException if the file cannot be made
     * @throws IllegalArgumentException if the secret is empty
     */
    void write(String name, String secret) throws IOException;

    /**
     * Removes a secret that is of no use any more.
     *
     * @param name name of the file
     * @return whether there was one
     * @throws IOException if it is there and cannot be removed
     */
    boolean remove(String name) throws IOException;

    /**
     * Where a secret is or would be, for messages to people who may read it.
     *
     * @param name name of the file
     * @return absolute path
     */
    Path file(String name);
}
