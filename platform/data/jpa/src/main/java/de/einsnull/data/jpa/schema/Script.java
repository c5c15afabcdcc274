package de.einsnull.data.jpa.schema;

/**
 * One migration script.
 *
 * @param path path within its bundle
 * @param sql content
 */
public record Script(String path, String sql) {

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Folder under {@code db/}: {@code migration} or the label of a dialect. */
    String folder() {
        var parts = path.split("/");
        return parts[parts.length - 2];
    }
}
