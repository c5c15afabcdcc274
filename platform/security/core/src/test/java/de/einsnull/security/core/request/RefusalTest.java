package de.einsnull.security.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.testkit.FakeRequest;
import de.einsnull.testkit.FakeResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

    /** Else a program could not read why it was refused. */
    @ParameterizedTest
    @EnumSource
    void tellsProgramsInTheirLanguage(Refusal refusal) throws Exception {
        var german = new FakeResponse();
        refusal.answer(FakeRequest.get("/api/x"), german);
        var english = new FakeResponse();
        refusal.answer(FakeRequest.get("/api/x").header("Accept-Language", "en"), english);

        assertThat(german.getStatus()).isEqualTo(refusal.status());
        assertThat(german.headers())
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("Content-Language", "de")
                .containsEntry("Cache-Control", "no-store");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(english.text()).isNotEqualTo(german.text());
        assertThat(german.text())
                .matches("\\{\"type\":\"/problems/[a-z-]+\",\"status\":" + refusal.status()
                        + ",\"title\":\"[^\"\\\\]+\",\"detail\":\"[^\"\\\\]+\"}");
    }

    /** Else people would see raw JSON; the portal shows its error page for these. */
    @ParameterizedTest
    @EnumSource
    void leavesThePageForPeopleToThePortal(Refusal refusal) throws Exception {
        var response = new FakeResponse();
        refusal.answer(FakeRequest.post("/de/x"), response);
        assertThat(response.getStatus()).isEqualTo(refusal.status());
        assertThat(response.isCommitted()).isTrue();
        assertThat(response.text()).isEmpty();
    }
}
