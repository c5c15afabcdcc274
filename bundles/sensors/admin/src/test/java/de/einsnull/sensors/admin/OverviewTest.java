package de.einsnull.sensors.admin;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageNotice;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverInstances.LedgerRow;
import de.einsnull.sensors.api.DriverInstances.Status;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.testkit.PageVisitor;
import de.einsnull.testkit.RecordedAudit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that city IT opens first in the morning must not say "all is well" when it is not. */
class OverviewTest {

    private final FakeSensors sensors = new FakeSensors();
    private final DriverSettings settings = new DriverSettings();
    private final DevicesPage page = new DevicesPage(
            sensors,
            sensors,
            sensors,
            sensors,
            new Models(),
            settings,
            new Words(file -> OverviewTest.class.getResource("/" + file)),
            new RecordedAudit());
    private final PageVisitor ada = new PageVisitor(page, FixedCaller.admin("ada"), Language.DE);

    private static Status driver(DriverState state) {
        return new Status("one", "MQTT", state, DriverCause.NONE, "", Instant.EPOCH, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "ONLINE,free,0",
        "DEGRADED,warning,1",
        "OFFLINE,fault,1",
        "STOPPED,unknown,1",
        "OPENING,unknown,1",
        "CLOSING,unknown,1"
    })
    void onlyADriverThatRunsCountsAsWell(DriverState state, String shape, long troubled) {
        sensors.drivers.clear();
        sensors.drivers.add(driver(state));
        var model = ada.model("");
        assertThat((List<?>) model.get("drivers")).extracting("kind").containsExactly(shape);
        assertThat(model).containsEntry("troubled", troubled);
    }

    /** What was sent twice or had no value in it is no reason to look. */
    @Test
    void countsWhatWasRefusedAndNothingElse() {
        sensors.ledger.add(new LedgerRow("lorawan", Outcomes.DUPLICATE, 500, Instant.EPOCH));
        sensors.ledger.add(new LedgerRow("lorawan", Outcomes.IGNORED, 70, Instant.EPOCH));
        sensors.ledger.add(new LedgerRow("weather", Outcomes.MALFORMED, 40, Instant.EPOCH));
        var model = ada.model("");
        assertThat(model).containsEntry("refused", 42L);
        assertThat((List<?>) model.get("ledger"))
                .extracting("kind")
                .containsExactly("good", "warning", "neutral", "neutral", "warning");
    }

    @Test
    void withoutTheDatabaseNothingIsCountedThatIsNotKnown() {
        sensors.away = true;
        assertThat(ada.model(""))
                .containsEntry("refused", 0L)
                .containsEntry("unknown", List.of())
                .containsEntry("away", true);
    }

    /** Empty because nothing is there, or because the filter is too narrow: the page must tell them apart. */
    @Test
    void knowsHowManyDevicesThereAreWhateverTheFilter() {
        sensors.add("1", "Linde");
        assertThat(ada.model("", "suche", "Eiche")).containsEntry("total", 0).containsEntry("known", 1);
        assertThat(ada.model("")).containsEntry("total", 1);
    }

    @ParameterizedTest
    @CsvSource({"linde,1", "LINDE,1", "am markt,1", "7fff,1", "trees,2", "eiche,0", "'',2"})
    void findsByNameIdAndGroupInAnyCase(String text, int found) {
        sensors.add("7FFF", "Linde am Markt");
        sensors.add("8000", "Buche");
        assertThat(ada.model("", "suche", text)).containsEntry("total", found);
    }

    @Test
    void theFilterOffersInstancesThatAreGoneButHaveLeftDevicesBehind() {
        sensors.drivers.clear();
        sensors.add("1", "Linde");
        assertThat(ada.model("").get("instances")).isEqualTo(List.of("lorawan"));
    }

    /** Otherwise the second page of a search would show other devices than the first. */
    @Test
    void thePagesKeepTheFilter() {
        assertThat(ada.model("", "instanz", "lo ra", "suche", "a&b=c#").get("href"))
                .isEqualTo("geraete?instanz=lo+ra&suche=a%26b%3Dc%23&seite={page}#geraete");
    }

    @ParameterizedTest
    @CsvSource({"'',1", "0,1", "-3,1", "2,2", "3,2", "x,1", "9999999,1"})
    void aPageThatIsNotThereIsAnsweredWithTheNearest(String asked, int shown) {
        for (int i = 0; i < 26; i++) {
            sensors.add("E" + i, "Linde " + i);
        }
        assertThat(ada.model("", "seite", asked)).containsEntry("page", shown).containsEntry("pages", 2);
    }

    @Test
    void anEndlessSearchIsCutBeforeItIsEchoed() {
        assertThat(ada.model("", "suche", "x".repeat(5_000)).get("text")).isEqualTo("x".repeat(100));
    }

    @ParameterizedTest
    @CsvSource({"gespeichert,success", "entfernt,success", "neustart,success", "weg,info"})
    void saysWhatWasDone(String word, String kind) {
        assertThat(ada.model("", "meldung", word).get("notice"))
                .isEqualTo(new PageNotice.Shown(kind, "devices.notice." + word));
    }

    /** An address that somebody else has made up cannot put words into the page. */
    @Test
    void saysNothingThatItDoesNotKnow() {
        assertThat(ada.model("", "meldung", "<b>hacked</b>")).containsEntry("notice", "");
        assertThat(ada.model("").keySet())
                .containsAll(Map.of("drivers", 1, "ledger", 1, "unknown", 1, "devices", 1)
                        .keySet());
    }
}
