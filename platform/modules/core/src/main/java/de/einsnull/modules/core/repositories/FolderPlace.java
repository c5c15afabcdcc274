package de.einsnull.modules.core.repositories;

import de.einsnull.modules.core.archive.ModuleArchive;
import de.einsnull.modules.core.inspect.Inspected;
import de.einsnull.modules.core.inspect.Inspector;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder with bundles and KARs. */
final class FolderPlace implements Place {

    private static final int MOST = 500;

    private final URI address;
    private final Path folder;
    private final Inspector inspector;
    private final Path scratch;

    FolderPlace(URI address, Inspector inspector, Path scratch) {
        this.address = address;
        this.folder = Path.of(address);
        this.inspector = inspector;
        this.scratch = scratch;
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public boolean fixed() {
        return false;
    }

    /** An archive that no module can be read from is passed over; handing it in says why. */
    @Override
    public List<Offer> read() throws IOException {
        var offers = new ArrayList<Offer>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(FolderPlace::isArchive).sorted().limit(MOST).toList()) {
                Path work = Files.createTempDirectory(scratch, "offer");
                try {
                    inspector
                            .inspect(file, file.getFileName().toString(), work)
                            .archive()
                            .ifPresent(archive -> offers.add(offer(archive, file)));
                } finally {
                    delete(work);
                }
            }
        }
        return offers;
    }

    private Offer offer(ModuleArchive archive, Path file) {
        return new Offer(
                archive.name(),
                archive.version(),
                archive.title(),
                archive.provider(),
                archive.licence(),
                address,
                file.getFileName().toString());
    }

    private static boolean isArchive(Path file) {
        return file.toString().endsWith(".jar") || file.toString().endsWith(".kar");
    }

    @Override
    public Inspected fetch(Offer offer, Path target) throws IOException {
        Path copy = target.resolve("archive");
        Files.copy(folder.resolve(offer.file()), copy, StandardCopyOption.REPLACE_EXISTING);
        return inspector.inspect(copy, offer.file(), target);
    }

    private static void delete(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Whether an address is one of a folder. */
    static Optional<Path> folder(URI address) {
        return "file".equals(address.getScheme())
                ? Optional.of(Path.of(address)).filter(Files::isDirectory)
                : Optional.empty();
    }
}
