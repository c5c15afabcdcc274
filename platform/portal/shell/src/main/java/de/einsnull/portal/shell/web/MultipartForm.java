package de.einsnull.portal.shell.web;

import de.einsnull.portal.api.Upload;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase.FileUploadIOException;
import org.apache.commons.fileupload.FileUploadBase.SizeLimitExceededException;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.MultipartStream;

/** A form with files. The files lie on the disk until it is closed. */
final class MultipartForm implements AutoCloseable {

    private static final int MAX_PARTS = 100;
    private static final int MAX_FIELD_BYTES = 64 * 1024;
    private static final int LONGEST_NAME = 200;

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Map<String, Upload> files = new LinkedHashMap<>();
    private final List<Path> onDisk = new ArrayList<>();

    private MultipartForm() {}

    static boolean isOne(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /**
     * Reads the whole form.
     *
     * @param limit most bytes of all parts together
     * @throws TooLarge if it is longer; nothing is left on the disk
     * @throws Malformed if it is not a form; nothing is left on the disk
     * @throws IOException if the disk cannot be written
     */
    static MultipartForm read(HttpServletRequest request, long limit) throws IOException {
        var form = new MultipartForm();
        try {
            form.readParts(request, limit);
            return form;
        } catch (SizeLimitExceededException e) {
            form.close();
            throw new TooLarge(e);
        } catch (FileUploadException | MultipartStream.MalformedStreamException e) {
            form.close();
            throw new Malformed(e);
        } catch (FileUploadIOException e) {
            form.close();
            throw e.getCause() instanceof SizeLimitExceededException ? new TooLarge(e) : new Malformed(e);
        } catch (IOException | RuntimeException e) {
            form.close();
            throw e;
        }
    }

    private void readParts(HttpServletRequest request, long limit) throws IOException, FileUploadException {
        var reader = new FileUpload();
        reader.setSizeMax(limit);
        reader.setHeaderEncoding(StandardCharsets.UTF_8.name());
        var parts = reader.getItemIterator(new Body(request));
        for (int count = 0; parts.hasNext(); count++) {
            if (count == MAX_PARTS) {
                throw new FileUploadException("More than " + MAX_PARTS + " parts");
            }
            take(parts.next());
        }
    }

    private void take(FileItemStream part) throws IOException, FileUploadException {
        String name = String.valueOf(part.getFieldName());
        try (var in = part.openStream()) {
            if (part.isFormField()) {
                byte[] value = in.readNBytes(MAX_FIELD_BYTES + 1);
                if (value.length > MAX_FIELD_BYTES) {
                    throw new FileUploadException("A field is longer than " + MAX_FIELD_BYTES + " bytes");
                }
                fields.computeIfAbsent(name, key -> new ArrayList<>()).add(new String(value, StandardCharsets.UTF_8));
            } else {
                keep(name, part.getName(), in);
            }
        }
    }

    private void keep(String field, String fileName, InputStream in) throws IOException {
        Path file = Files.createTempFile("einsnull-upload-", ".part");
        onDisk.add(file);
        try (var out = Files.newOutputStream(file)) {
            in.transferTo(out);
        }
        long length = Files.size(file);
        if (length > 0) {
            files.putIfAbsent(field, new Kept(plain(fileName), length, file));
        }
    }

    /** Some browsers send the whole path. */
    private static String plain(String fileName) {
        String last = String.valueOf(fileName).replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return last.substring(Math.max(0, last.length() - LONGEST_NAME));
    }

    Map<String, List<String>> fields() {
        return fields;
    }

    Map<String, Upload> files() {
        return files;
    }

    @Override
    public void close() {
        try {
            for (Path file : onDisk) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An uploaded file cannot be deleted", e);
        }
    }

    private record Kept(String fileName, long length, Path file) implements Upload {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    /** What the parser needs to know of a request. */
    private record Body(HttpServletRequest request) implements org.apache.commons.fileupload.UploadContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return request.getContentType();
        }

        @Override
        @Deprecated
        public int getContentLength() {
            return (int) Math.min(Integer.MAX_VALUE, contentLength());
        }

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return request.getInputStream();
        }
    }

    /** The form is longer than the page takes. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        private TooLarge(Throwable cause) {
            super("The form is too long", cause);
        }
    }

    /** It is not a form, or was cut off. */
    static final class Malformed extends IOException {

        private static final long serialVersionUID = 1L;

        private Malformed(Throwable cause) {
            super("Not a form: " + cause.getMessage(), cause);
        }
    }
}
