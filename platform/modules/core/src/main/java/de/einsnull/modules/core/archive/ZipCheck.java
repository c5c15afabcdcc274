package de.einsnull.modules.core.archive;

import static de.einsnull.modules.core.Findings.refused;

import de.einsnull.modules.api.Finding;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Reads every byte of an archive once, counting, before anything else looks into it. Nothing is written to the disk, so
 * that neither a bomb nor a path that leads elsewhere can do harm. Not thread-safe; used once.
 */
public final class ZipCheck {

    private static final long RATIO_MATTERS_FROM = 1 << 20;
    private static final int CLASS_MAGIC = 0xCAFEBABE;
    private static final int FIRST_CLASS_VERSION = 44;

    private final Limits limits;
    private final int newestClassVersion;
    private long inflated;
    private int entries;

    /**
     * @param limits what an archive may cost
     * @param javaVersion feature version of the Java that would run it, for example 17
     */
    public ZipCheck(Limits limits, int javaVersion) {
        this.limits = limits;
        this.newestClassVersion = FIRST_CLASS_VERSION + javaVersion;
    }

    /**
     * Looks at a file.
     *
     * @param file what was handed in
     * @param name how the sender called it
     * @return what stands in the way, empty if nothing does
     */
    public Optional<Finding> check(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Set<String> names = new HashSet<>();
            for (var all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                checkName(entry.getName(), names);
                try (InputStream content = zip.getInputStream(entry)) {
                    read(entry.getName(), content, entry.getCompressedSize(), entry.getCrc(), 1);
                }
            }
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.finding);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(broken(name, e.getMessage()));
        }
    }

    private void read(String name, InputStream content, long compressed, long crc, int depth) throws IOException {
        if (++entries > limits.entries()) {
            throw new Refused(refused("too-many-entries", name, limits.entries()));
        }
        var checked = new CheckedInputStream(content, new CRC32());
        var counted = new BufferedInputStream(new Counted(checked, name, compressed));
        counted.mark(8);
        byte[] start = counted.readNBytes(8);
        counted.reset();
        checkClass(name, start);
        if (isZip(start)) {
            readNested(name, counted, depth + 1);
        }
        counted.transferTo(OutputStream.nullOutputStream());
        if (crc >= 0 && checked.getChecksum().getValue() != crc) {
            throw new ZipException(name + ": checksum");
        }
    }

    private void readNested(String name, InputStream content, int depth) throws IOException {
        if (depth > limits.nesting()) {
            throw new Refused(refused("nested-too-deep", name, limits.nesting()));
        }
        var nested = new ZipInputStream(content);
        var names = new HashSet<String>();
        for (ZipEntry entry = nested.getNextEntry(); entry != null; entry = nested.getNextEntry()) {
            checkName(entry.getName(), names);
            read(entry.getName(), nested, -1, -1, depth);
        }
    }

    private static void checkName(String name, Set<String> names) throws Refused {
        boolean leadsElsewhere = name.startsWith("/")
                || name.contains("\\")
                || name.indexOf('\0') >= 0
                || name.matches("^[A-Za-z]:.*")
                || List.of(name.split("/")).contains("..");
        if (leadsElsewhere) {
            throw new Refused(refused("path-traversal", name));
        }
        if (!names.add(name)) {
            throw new Refused(refused("duplicate-entry", name));
        }
    }

    private void checkClass(String name, byte[] start) throws Refused {
        boolean forNewerJava = name.matches("META-INF/versions/\\d+/.*")
                && Integer.parseInt(name.split("/")[2]) + FIRST_CLASS_VERSION > newestClassVersion;
        if (!name.endsWith(".class") || forNewerJava || start.length < 8 || magic(start) != CLASS_MAGIC) {
            return;
        }
        int version = ByteBuffer.wrap(start).getShort(6) & 0xFFFF;
        if (version > newestClassVersion) {
            int needed = version - FIRST_CLASS_VERSION;
            int here = newestClassVersion - FIRST_CLASS_VERSION;
            throw new Refused(refused("java-version", name, needed, here));
        }
    }

    private static int magic(byte[] start) {
        return ByteBuffer.wrap(start).getInt(0);
    }

    private static boolean isZip(byte[] start) {
        return start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
    }

    private static Finding broken(String name, String reason) {
        return refused("broken-archive", name, reason);
    }

    /** Counts what comes out, and stops at the limit. */
    private final class Counted extends FilterInputStream {
        private final String name;
        private final long compressed;
        private long size;

        Counted(InputStream in, String name, long compressed) {
            super(in);
            this.name = name;
            this.compressed = compressed;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                count(1);
            }
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        private void count(int bytes) throws Refused {
            size += bytes;
            inflated += bytes;
            boolean bomb = compressed > 0 && size > RATIO_MATTERS_FROM && size / compressed > limits.ratio();
            if (bomb || inflated > limits.inflatedInBytes()) {
                throw new Refused(refused("zip-bomb", name));
            }
        }
    }

    /** Carries a finding out of the reading. */
    private static final class Refused extends IOException {
        private final transient Finding finding;

        Refused(Finding finding) {
            super(finding.english());
            this.finding = finding;
        }
    }
}
