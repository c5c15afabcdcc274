package de.einsnull.portal.shell.testing;

import de.einsnull.portal.shell.contrib.Resources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files of a bundle, in memory. */
public final class MemoryResources implements Resources {

    private final String owner;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    public MemoryResources(String owner) {
        this.owner = owner;
    }

    public MemoryResources with(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public MemoryResources with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    @Override
    public String owner() {
        return owner;
    }

    @Override
    public Optional<URL> find(String path) {
        return Optional.ofNullable(files.get(path)).map(content -> url(path, content));
    }

    @Override
    public List<String> list(String folder) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(folder + "/"))
                .sorted()
                .toList();
    }

    private static URL url(String path, byte[] content) {
        try {
            return new URL("bundle", "1", 0, "/" + path, new Handler(content));
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Handler extends URLStreamHandler {

        private final byte[] content;

        Handler(byte[] content) {
            this.content = content;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {
                    connected = true;
                }

                @Override
                public InputStream getInputStream() throws IOException {
                    return new ByteArrayInputStream(content);
                }
            };
        }
    }
}
