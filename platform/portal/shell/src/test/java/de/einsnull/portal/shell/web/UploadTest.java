package de.einsnull.portal.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.Upload;
import de.einsnull.portal.shell.contrib.RegistryAccess;
import de.einsnull.portal.shell.testing.FakeBundle;
import de.einsnull.portal.shell.testing.MemoryResources;
import de.einsnull.portal.shell.testing.TestPortal;
import de.einsnull.security.api.Roles;
import de.einsnull.testkit.FakeRequest;
import de.einsnull.testkit.FakeResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that people send to pages. */
class UploadTest {

    private static final String TOKEN = "name=\"csrf\"";
    private static final String FILE = "name=\"archive\"; filename=\"C:\\Temp\\bäume.jar\"";

    private final TestPortal portal = new TestPortal();
    private final FakeBundle bundle = new FakeBundle(new MemoryResources("trees")
            .with("templates/page.peb", "<h1>{{ title }}</h1>")
            .with("OSGI-INF/l10n/messages.properties", "title=Bäume"));
    private final PortalServlet servlet = new PortalServlet(
            new PageFlow(
                    portal.registry(),
                    portal.ownPages(),
                    portal.contributors(),
                    portal.lanes(),
                    portal.meters(),
                    portal.frame(),
                    portal.errors()),
            portal.errors(),
            portal.menus(),
            portal.contributors(),
            portal.current());
    private final List<PageRequest> seen = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();

    @BeforeEach
    void aPageThatTakesFiles() {
        RegistryAccess.add(
                portal.registry(),
                this::take,
                bundle.reference(
                        0,
                        Map.of(
                                "einsnull.page.path",
                                "up",
                                "einsnull.page.access",
                                Roles.ADMIN,
                                "einsnull.page.maxUploadInBytes",
                                1_000L)));
        portal.logIn(TestPortal.ADMIN);
    }

    private PageResponse take(PageRequest request) throws IOException {
        seen.add(request);
        for (Upload file : request.uploads().values()) {
            try (var in = file.open()) {
                contents.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return new PageResponse.Redirect("up");
    }

    @AfterEach
    void close() {
        portal.close();
    }

    private FakeResponse send(FakeRequest request) throws Exception {
        var response = new FakeResponse();
        servlet.service(request, response);
        return response;
    }

    private static FakeRequest multipart(String text) {
        return FakeRequest.post("/de/up").body("multipart/form-data; boundary=grenze", text);
    }

    /** A form with files; each part is its head line and its content. */
    private static FakeRequest form(String... parts) {
        var text = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            text.append("--grenze\r\nContent-Disposition: form-data; ")
                    .append(parts[i])
                    .append("\r\n\r\n")
                    .append(parts[i + 1])
                    .append("\r\n");
        }
        return multipart(text.append("--grenze--\r\n").toString());
    }

    @Test
    void aFileArrivesWithItsFieldsAndIsGoneAfterwards() throws Exception {
        var sent = send(form(
                        TOKEN,
                        TestPortal.TOKEN,
                        "name=\"note\"",
                        "für Grün",
                        FILE,
                        "PK..",
                        "name=\"b\"; filename=\"\"",
                        "")
                .field("x", "1"));

        assertThat(sent.getStatus()).isEqualTo(303);
        assertThat(contents).containsExactly("PK..");
        PageRequest request = seen.get(0);
        assertThat(request.parameter("note")).contains("für Grün");
        assertThat(request.parameter("x")).contains("1");
        assertThat(request.uploads()).containsOnlyKeys("archive");
        Upload file = request.uploads().get("archive");
        assertThat(file.fileName()).isEqualTo("bäume.jar");
        assertThat(file.length()).isEqualTo(4);
        assertThatThrownBy(file::open).isInstanceOf(NoSuchFileException.class);
    }

    /** Else a foreign page could have a module installed in the name of city IT. */
    @Test
    void aFormWithoutTheTokenNeverReachesThePage() throws Exception {
        assertThat(send(form(FILE, "x")).getStatus()).isEqualTo(403);
        assertThat(send(form(TOKEN, "wrong", FILE, "x")).getStatus()).isEqualTo(403);
        assertThat(seen).isEmpty();
    }

    @Test
    void whoMayNotSeeThePageHasNothingReadOfTheirFiles() throws Exception {
        portal.logIn(TestPortal.CITIZEN);
        var unread = multipart("not even a form");
        assertThat(send(unread).getStatus()).isEqualTo(403);
        assertThat(seen).isEmpty();
    }

    @Test
    void saysWhenItIsTooLongOrCutOff() throws Exception {
        var large = form(TOKEN, TestPortal.TOKEN, FILE, "x".repeat(1_000));
        assertThat(send(large).getStatus()).isEqualTo(413);
        var cut = multipart("--grenze\r\nContent-Disposition: form-data; name=\"a\"\r\n");
        assertThat(send(cut).getStatus()).isEqualTo(400);
        var many = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            many.addAll(List.of("name=\"n" + i + "\"", ""));
        }
        assertThat(send(form(many.toArray(String[]::new))).getStatus())
                .as("longer than the page takes by its many parts")
                .isEqualTo(413);
        assertThat(seen).isEmpty();
    }
}
