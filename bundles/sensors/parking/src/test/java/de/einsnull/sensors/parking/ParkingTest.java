package de.einsnull.sensors.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PageResponse.View;
import de.einsnull.security.api.Identity;
import de.einsnull.sensors.api.Position;
import de.einsnull.testkit.CatalogueCheck;
import de.einsnull.testkit.PageVisitor;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drivers find a free bay, planners see how full it is when, and how far the forecast is to be trusted. */
class ParkingTest {

    private final Town town = new Town();
    private final Words words = new Words(name -> ParkingTest.class.getResource("/" + name));
    private final PageVisitor driver =
            new PageVisitor(new GuidancePage(town.directory, words, town.clock), Identity.ANONYMOUS, Language.DE);
    private final PageVisitor planner = new PageVisitor(
            new PlanningPage(town.directory, words, town.clock),
            new Identity("kim", "Kim", Set.of("staff")),
            Language.DE);

    @BeforeEach
    void build() {
        town.carPark(1, "Parkhaus Nord", 100, 8.10, 51.82, 40);
        town.carPark(2, "Parkhaus Süd", 50, 8.14, 51.82, 10);
        town.carPark(3, "Parkhaus Voll", 20, 8.1401, 51.82, 0);
        town.bay(11, "Rathaus", 8.1402, 51.82, true, false);
        town.bay(12, "Rathaus", 8.1402, 51.82, false, true);
    }

    @SuppressWarnings("unchecked")
    private List<GuidancePage.Offer> offers(String... parameters) {
        return (List<GuidancePage.Offer>) driver.model("", parameters).get("offers");
    }

    @Test
    void withoutAPlaceTheEmptiestComesFirstAndFullOnesLast() {
        assertThat(offers())
                .extracting(GuidancePage.Offer::name)
                .containsExactly("Parkhaus Nord", "Parkhaus Süd", "Rathaus", "Parkhaus Voll");
        assertThat(offers()).extracting(GuidancePage.Offer::free).containsExactly(40, 10, 1, 0);
    }

    @Test
    void nearAPlaceTheNearestFreeOneComesFirst() {
        var near = offers("ziel", "rathaus");

        assertThat(near)
                .extracting(GuidancePage.Offer::name)
                .containsExactly("Rathaus", "Parkhaus Süd", "Parkhaus Nord", "Parkhaus Voll");
        assertThat(near.get(0).metres()).isZero();
        assertThat(near.get(1).metres()).isBetween(10, 20);
        assertThat(offers("breite", "51.82", "laenge", "8.1").get(0).name()).isEqualTo("Parkhaus Nord");
    }

    @Test
    void aPlaceThatNobodyKnowsIsSaidAtTheField() {
        var answer = (View) driver.get("", "ziel", "Nirgendwo");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.model().get("errors").toString()).contains("ziel=Diesen Ort kennt die Karte nicht");
        assertThat((List<?>) answer.model().get("offers")).as("still shown").hasSize(4);
    }

    /** Somebody with a permit who drives to a bay that is not for them has lost their way. */
    @Test
    void onlyBaysForPeopleWithDisabilities() {
        assertThat(offers("barrierefrei", "ja")).singleElement().satisfies(one -> {
            assertThat(one.capacity()).isEqualTo(1);
            assertThat(one.free()).isEqualTo(1);
        });
    }

    /** What was free an hour ago may be full now. */
    @Test
    void whatIsOldIsNotCalledFree() {
        town.clock.advance(Duration.ofMinutes(40));

        assertThat(offers())
                .filteredOn(one -> one.name().startsWith("Parkhaus"))
                .extracting(GuidancePage.Offer::free)
                .containsOnly(-1);
    }

    @Test
    void nonsenseInTheAddressIsHarmless() {
        assertThat(offers("breite", "999", "laenge", "8")).hasSize(4);
        assertThat(offers("breite", "x", "laenge", "y")).hasSize(4);
        assertThat(driver.get("nonsense")).isInstanceOf(PageResponse.NotFound.class);
    }

    @Test
    void aRegularWeekIsForecastWithoutError() {
        town.weeks(2, 2, 50, hour -> hour < 12 ? 10 : 40);

        var report = report("ort", "p2", "wochen", "2");

        assertThat(report.rows()).hasSize(24);
        assertThat(report.rows().get(3).days())
                .allSatisfy(cell -> assertThat(cell.percent()).isEqualTo(80));
        assertThat(report.rows().get(15).days())
                .allSatisfy(cell -> assertThat(cell).isEqualTo(new Report.Cell(20, 1)));
        assertThat(report.error()).isCloseTo(0, within(0.5));
        assertThat(report.next()).hasSize(24).allSatisfy(next -> assertThat(next.percent())
                .isIn(20, 80));
    }

    /** The number beside the forecast is what it says: the mean of how far it was off. */
    @Test
    void theErrorIsTheMeanOfWhatWasOff() {
        town.alternatingWeeks(2, 50, 10, 20);

        var report = report("ort", "p2", "wochen", "2");

        assertThat(report.error()).isCloseTo(20, within(1.0));
        assertThat(report.compared()).isEqualTo(report.known());
    }

    @Test
    void withOneDayNobodyClaimsToKnowTheError() {
        town.hours(1, 2, 50, hour -> 10);

        assertThat(report("ort", "p2", "wochen", "1").error()).isEqualTo(-1);
    }

    /** Two bays, one taken from 10 to 11:30 and one never: half full, then a quarter. */
    @Test
    void baysAreWeighedByTime() {
        var monday = town.at("2026-11-23T00:00:00Z");
        town.history(11, monday, false);
        town.history(12, monday, false);
        town.history(12, monday.plusSeconds(10 * 3_600), true);
        town.history(12, monday.plusSeconds(10 * 3_600 + 5_400), false);

        var rows = report("ort", "g11", "wochen", "1").rows();

        assertThat(rows.get(11).days().get(0).percent())
                .as("10 UTC is 11 in the city")
                .isEqualTo(50);
        assertThat(rows.get(12).days().get(0).percent()).isEqualTo(25);
        assertThat(rows.get(2).days().get(DayOfWeek.SUNDAY.ordinal()).percent())
                .as("nothing known")
                .isEqualTo(-1);
    }

    @Test
    void longStaysBeginWhenTheVehicleCame() {
        var now = town.clock.instant();
        town.history(12, now.minusSeconds(9 * 3_600), false);
        town.history(12, now.minusSeconds(5 * 3_600), true);
        town.history(12, now.minusSeconds(60), true);
        town.occupied(12, now.minusSeconds(60));

        assertThat(stays("4"))
                .containsExactly(new Report.Stay(12, "Stellplatz 12", now.minusSeconds(5 * 3_600), false));
        assertThat(stays("8")).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private List<Report.Stay> stays(String hours) {
        return (List<Report.Stay>)
                planner.model("", "ort", "g11", "stunden", hours).get("stays");
    }

    @Test
    void theTableIsThereAsCsv() {
        town.weeks(1, 2, 50, hour -> 25);

        var csv = new String(
                ((PageResponse.Content) planner.get("belegung.csv", "ort", "p2", "wochen", "1")).body(),
                StandardCharsets.UTF_8);

        assertThat(csv.lines()).hasSize(25);
        assertThat(csv).startsWith("\ufeffStunde;Mo;Di;Mi").contains("\r\n7;50;50;50;50;50;50;50");
    }

    @Test
    void withoutTheDatabaseThePageSaysSo() {
        town.directory.setAway(true);

        assertThat(planner.model("")).containsEntry("broken", true);
    }

    @Test
    void distancesAreThoseOfTheGlobe() {
        assertThat(Distance.metres(new Position(8, 51), new Position(8, 52))).isCloseTo(111_195, within(1.0));
    }

    @Test
    void everyLanguageHasEveryText() {
        CatalogueCheck.ofThisModule().isComplete();
        CatalogueCheck.ofThisModule().hasWhatTemplatesUse("kit.");
        CatalogueCheck.ofThisModule()
                .has("weeks.1", "weeks.2", "weeks.4", "weeks.8", "hours.2", "hours.4", "hours.8", "hours.24");
    }

    private Report.Result report(String... parameters) {
        return (Report.Result) planner.model("", parameters).get("report");
    }
}
