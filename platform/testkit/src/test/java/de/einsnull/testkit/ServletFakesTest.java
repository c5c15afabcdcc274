package de.einsnull.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A fake that answers what nobody described makes a test pass that should fail. */
class ServletFakesTest {

    @Test
    void aRequestIsWhatItWasSaidToBe() throws IOException {
        var request = FakeRequest.post("/api/x")
                .servedBy("/api/x/*")
                .info("/1")
                .query("a=b")
                .header("X-Any", "1")
                .cookie("c", "d")
                .field("name", "Linde")
                .attribute("who", 7)
                .https()
                .from("192.0.2.1")
                .body("text/plain", "größer");
        assertThat(request.getMethod() + request.getServletPath() + request.getPathInfo() + request.getQueryString())
                .isEqualTo("POST/api/x/1a=b");
        assertThat(request.getHttpServletMapping().getPattern()).isEqualTo("/api/x/*");
        assertThat(request.getHeader("x-any")).isEqualTo("1");
        assertThat(request.getCookies()).extracting(Cookie::getValue).containsExactly("d");
        assertThat(request.getParameterMap().get("name")).containsExactly("Linde");
        assertThat(request.getAttribute("who")).isEqualTo(7);
        assertThat(request.isSecure()).isTrue();
        assertThat(request.getContentType()).isEqualTo("text/plain");
        assertThat(request.getContentLengthLong()).isEqualTo(8);
        assertThat(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("größer");
        assertThatThrownBy(request::getAuthType).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aResponseKeepsWhatWasAnswered() throws IOException {
        var response = new FakeResponse();
        response.setStatus(201);
        response.setContentType("text/plain");
        response.addCookie(new Cookie("c", "d"));
        response.getWriter().write("grün");
        response.getOutputStream().write('!');
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.header("content-type")).isEqualTo("text/plain");
        assertThat(response.cookies()).containsKey("c");
        assertThat(response.bytes()).contains('!');
        assertThat(response.text()).contains("grün");
        response.sendError(500);
        assertThat(response.isCommitted()).isTrue();
        assertThatThrownBy(response::getLocale).isInstanceOf(UnsupportedOperationException.class);
    }
}
