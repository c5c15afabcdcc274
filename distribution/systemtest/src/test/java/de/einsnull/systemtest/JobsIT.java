package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import de.einsnull.harness.PartnerBundle;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Deployment;
import de.einsnull.testkit.city.Distribution;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** City IT sees what the platform does by itself, why it failed, and has it done now. */
@ExtendWith(DemoCity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsIT {

    private static final Duration ENDS = Duration.ofSeconds(20);
    private static final String PATH = "verwaltung/aufgaben";
    private static final String CAUSE = "the archive of the weighbridge at the recycling centre is full";

    private City city;
    private Chromium chromium;
    private String cityIt;
    private Deployment good;
    private Deployment bad;

    /** One job that works and one that fails, each of a module of its own, far from their times. */
    @BeforeAll
    void withTwoJobs(City city, Chromium chromium) throws IOException {
        this.city = city;
        this.chromium = chromium;
        cityIt = Site.logIn(city, chromium);
        good = job("de.example.waste", "waste.calendar.import", "return \"412 dates imported\";");
        bad = job(
                "de.example.weighbridge", "weighbridge.archive", "throw new IllegalStateException(\"" + CAUSE + "\");");
        onThePage(page -> {
            Waits.until("both jobs", ENDS, () -> {
                open(page, "de", PATH);
                return page.locator("main tbody tr").count() >= 2;
            });
            run(page, "waste.calendar.import", "412 dates imported");
            run(page, "weighbridge.archive", CAUSE);
        });
    }

    @AfterAll
    void leaveNothingBehind() throws IOException {
        good.close();
        bad.close();
    }

    private Deployment job(String module, String name, String body) throws IOException {
        var bundle = new PartnerBundle(module, "1.0.0")
                .imports("de.einsnull.jobs.api;version=\"[1,2)\"")
                .property("einsnull.job.name", name)
                .property("einsnull.job.cron", "15 3 1 1 *")
                .component(
                        "Job",
                        "de.einsnull.jobs.api.ScheduledJob",
                        """
                        import de.einsnull.jobs.api.*;
                        public final class Job implements ScheduledJob {
                            public Job() {}
                            public String run(JobRun run) {
                                %s
                            }
                        }
                        """
                                .formatted(body));
        return Deployment.of(city.deploy(), bundle.dropInto(Distribution.newDirectory(module)));
    }

    /** Presses the button and waits until the row says how it ended. */
    private void run(Page page, String job, String outcome) {
        open(page, "de", PATH);
        page.click("main tr:has-text('" + job + "') button");
        assertThat(page.url()).contains("meldung=gestartet");
        assertThat(page.locator("main [role=status]").innerText()).contains("gestartet");
        Waits.until("the outcome of " + job, ENDS, () -> {
            open(page, "de", PATH);
            return row(page, job).contains(outcome);
        });
    }

    /** Nobody can help a job whose failure says nothing. */
    @Test
    void aJobThatFailsSaysWhyAndOneThatWorksWhatItDid() {
        onThePage(page -> {
            open(page, "de", PATH);
            assertThat(row(page, "weighbridge.archive")).contains("Fehlgeschlagen", CAUSE, "de.example.weighbridge");
            assertThat(row(page, "waste.calendar.import")).contains("Erledigt", "412 dates imported", "1. Januar");
            assertThat(page.locator("main [role=status]").count())
                    .as("without having done anything")
                    .isZero();
            open(page, "de", "verwaltung/protokoll");
            assertThat(page.locator("main").innerText()).contains("weighbridge.archive");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "de-simple", "en", "uk", "tr", "ar"})
    void theTableCanBeReadByEverybody(String language) {
        try (BrowserContext visitor = chromium.visitor(1280, true, cityIt)) {
            var survey = Survey.of(city, visitor, List.of(PATH, PATH + "?meldung=laeuft"), language);
            assertThat(survey.accessibility()).isEmpty();
            assertThat(survey.sideways()).isEmpty();
            assertThat(survey.spacing()).isEmpty();
        }
    }

    private static String row(Page page, String job) {
        return page.locator("main tr:has-text('" + job + "')").innerText();
    }

    private void open(Page page, String language, String path) {
        page.navigate(city.url("/" + language + "/" + path).toString());
    }

    private interface Visit {
        void to(Page page);
    }

    /** A blocked script must not keep city IT from its work: without any. */
    private void onThePage(Visit visit) {
        try (BrowserContext visitor = chromium.visitor(1280, false, cityIt);
                Page page = visitor.newPage()) {
            visit.to(page);
        }
    }
}
