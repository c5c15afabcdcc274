package de.einsnull.modules.core.repositories;

import de.einsnull.modules.core.inspect.Inspected;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A place that modules can be installed from. */
interface Place {

    URI address();

    /** Whether it belongs to the platform. */
    boolean fixed();

    /** What it offers now. */
    List<Offer> read() throws IOException;

    /**
     * Fetches a module and looks at it.
     *
     * @param folder where its files may be put
     */
    Inspected fetch(Offer offer, Path folder) throws IOException;
}
