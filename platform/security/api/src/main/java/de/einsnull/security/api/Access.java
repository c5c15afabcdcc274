package de.einsnull.security.api;

/**
 * Requirements that pages, menu entries and endpoints state. What states none is for {@link Roles#ADMIN} only.
 *
 * <p>A servlet that is registered with the HTTP whiteboard must carry the service property {@value #PROPERTY}; requests to
 * one without it are refused.
 */
public final class Access {

    /** Service property that states who may come in: one of the constants here or the name of a role. */
    public static final String PROPERTY = "einsnull.access";

    /**
     * Service property of a servlet with the longest request body it takes: a {@code Long} or {@code Integer} in bytes, 0 if
     * it limits bodies itself. Without it, the limit of the whole server holds (2 MiB unless configured).
     */
    public static final String BODY_LIMIT = "einsnull.maxBodyInBytes";

    /**
     * Service property of a servlet that takes files. With the value {@value #SELF_CHECKED} it limits forms with files
     * ({@code multipart/form-data}) and checks their token itself, after it has checked who is asking: so nobody else's
     * files are read. Other requests are treated as usual.
     */
    public static final String UPLOADS = "einsnull.uploads";

    /** Everybody. */
    public static final String PUBLIC = "public";

    /** Everybody with an account. */
    public static final String AUTHENTICATED = "authenticated";

    /** The endpoint checks each request itself (the portal and the REST host do). */
    public static final String SELF_CHECKED = "self-checked";

    private Access() {}
}
