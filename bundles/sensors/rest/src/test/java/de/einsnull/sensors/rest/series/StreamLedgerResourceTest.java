package de.einsnull.sensors.rest.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.StreamLedger.Line;
import de.einsnull.web.api.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without this a monitoring script could not see that a device sends what nobody can store. */
class StreamLedgerResourceTest {

    @Test
    void sumsAreSaidWithTheirParts() {
        var resource = new StreamLedgerResource(device -> List.of(new Line("level", 7, 2, Map.of("wrong-type", 1L))));

        assertThat(resource.of(5)).singleElement().satisfies(line -> {
            assertThat(line.received()).isEqualTo(10);
            assertThat(line.refused()).containsEntry("wrong-type", 1L);
        });
        assertThat(StreamLedgerResource.class.getAnnotation(RolesAllowed.class).value())
                .containsExactly("admin");
    }

    @Test
    void aDatabaseThatIsAwayIsSaid() {
        var resource = new StreamLedgerResource(device -> {
            throw new SensorDataException("away", null);
        });

        assertThatThrownBy(() -> resource.of(5)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().status())
                .isEqualTo(503));
    }
}
