package de.einsnull.portal.shell.render;

/**
 * The page that the current thread renders. A macro sees nothing of a template's model, so the functions that it calls
 * find their page here.
 */
final class Scope {

    private static final ThreadLocal<PageState> CURRENT = new ThreadLocal<>();

    private Scope() {}

    static void with(PageState state, Runnable rendering) {
        var outer = CURRENT.get();
        CURRENT.set(state);
        try {
            rendering.run();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    static PageState current() {
        var state = CURRENT.get();
        if (state == null) {
            throw new IllegalStateException("Called outside the rendering of a page");
        }
        return state;
    }
}
