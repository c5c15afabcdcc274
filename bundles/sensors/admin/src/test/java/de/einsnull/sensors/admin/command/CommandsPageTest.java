package de.einsnull.sensors.admin.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse.NotFound;
import de.einsnull.portal.api.PageResponse.View;
import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.Identity;
import de.einsnull.sensors.admin.FakeSensors;
import de.einsnull.sensors.admin.Words;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.CommandResult;
import de.einsnull.sensors.api.driver.CommandResult.Outcome;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.testkit.PageVisitor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without these somebody would open a valve who may not, or would not learn that it stayed shut. */
class CommandsPageTest {

    private final FakeSensors sensors = new FakeSensors();
    private final FakeCommands commands = new FakeCommands();
    private final CommandsPage page = new CommandsPage(
            sensors,
            sensors,
            commands,
            new DriverTexts(),
            new Words(file -> CommandsPageTest.class.getResource("/" + file)),
            accounts());
    private final PageVisitor ada = new PageVisitor(page, FixedCaller.admin("ada"), Language.DE);
    private String device;

    private Accounts accounts() {
        return (Accounts) Proxy.newProxyInstance(
                Accounts.class.getClassLoader(), new Class<?>[] {Accounts.class}, (proxy, method, arguments) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (commands.away) {
                        throw new IllegalStateException("away");
                    }
                    return List.of();
                });
    }

    @BeforeEach
    void register() {
        device = "" + sensors.add("1", "Ventil").id();
    }

    @Test
    void onlyCityItAndOperatorsMayGiveCommands() {
        var clerk = new PageVisitor(page, new Identity("cleo", "Cleo", Set.of("staff")), Language.DE);
        assertThat(((View) clerk.get("")).status()).isEqualTo(403);
        assertThat(((View) clerk.post(device, "befehl", "close")).template()).isEqualTo("denied");
        assertThat(commands.orders).isEmpty();

        var operator = new PageVisitor(page, new Identity("otto", "Otto", Set.of("sensors.operator")), Language.DE);
        operator.post(device, "befehl", "close");
        assertThat(commands.orders).extracting("actor").containsExactly("otto");
    }

    @Test
    void listsDevicesThatUnderstandSomething() {
        assertThat((List<?>) ada.model("").get("devices")).hasSize(1);
        commands.silent = true;
        assertThat((List<?>) ada.model("").get("devices")).isEmpty();
    }

    @Test
    void aCommandIsGivenAndItsOutcomeShown() {
        assertThat(ada.sentTo(
                        device, "befehl", "open", "open.minutes", "2,5", "open.slowly", "false", "open.why", "dry"))
                .isEqualTo("arbeitsplatz/geraete/" + device + "?meldung=gegeben");

        assertThat(commands.orders.get(0).parameters())
                .isEqualTo(Map.of("minutes", Value.of(2.5), "slowly", Value.of(false), "why", Value.of("dry")));
        var model = ada.model(device, "meldung", "gegeben");
        var latest = (OrderView) model.get("latest");
        assertThat(latest.outcome()).isEqualTo("DONE");
        assertThat(latest.actor()).as("its id while there is no name").isEqualTo("ada");
        assertThat(latest.values()).isEqualTo("minutes: 2,5, slowly: nein, why: dry");
        assertThat(ada.model(device)).containsEntry("latest", "");
    }

    @Test
    void mistakesAreSaidAndNothingIsSent() {
        var view = (View) ada.post(device, "befehl", "open", "open.minutes", "ten", "open.why", "x".repeat(2_001));
        assertThat(view.status()).isEqualTo(422);
        var errors = (Map<?, ?>) view.model().get("errors");
        assertThat(errors.keySet().toString()).isEqualTo("[open.minutes, open.slowly, open.why]");
        assertThat(errors.get("open.minutes").toString()).contains("Zahl");
        assertThat(((Map<?, ?>) view.model().get("values")).get("open.minutes")).isEqualTo("ten");
        assertThat(commands.orders).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void everyOutcomeHasItsShape(Outcome outcome) {
        commands.answer = CompletableFuture.completedFuture(new CommandResult(outcome, "why"));
        ada.post(device, "befehl", "close");
        var order = (OrderView) ((List<?>) ada.model(device).get("orders")).get(0);
        assertThat(order.outcome()).isEqualTo(outcome.name());
        assertThat(order.shape()).isNotEqualTo("unknown");
        assertThat(order.detail()).isEqualTo("why");
    }

    /** A device that takes its time must not make the page fail. */
    @Test
    void whatTakesLongIsShownAsUnderway() {
        commands.answer = new CompletableFuture<>();
        ada.post(device, "befehl", "close");
        assertThat((OrderView) ada.model(device, "meldung", "gegeben").get("latest"))
                .extracting(OrderView::outcome)
                .isEqualTo("PENDING");
    }

    @Test
    void whatCannotBeGivenIsSaid() {
        assertThat(((View) ada.post(device, "befehl", "explode")).model())
                .containsEntry("problem", "command.problem.gone");
        commands.gone = true;
        assertThat(((View) ada.post(device, "befehl", "close")).status()).isEqualTo(422);
        commands.away = true;
        var away = (View) ada.post(device, "befehl", "close");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.model()).containsEntry("away", true).containsEntry("problem", "command.problem.away");
        assertThat(ada.get("99")).isInstanceOf(NotFound.class);
        assertThat(ada.get("x")).isInstanceOf(NotFound.class);
    }

    @Test
    void aDriverWithoutTextsIsShownInEnglish() {
        var shown = (CommandView) ((List<?>) ada.model(device).get("commands")).get(0);
        assertThat(shown.title()).isEqualTo("Opens");
        assertThat(shown.language()).isEqualTo("en");
        assertThat(shown.fields()).extracting(CommandView.Field::label).containsExactly("minutes", "slowly", "why");
    }
}
