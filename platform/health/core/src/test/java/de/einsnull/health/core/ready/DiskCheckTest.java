package de.einsnull.health.core.ready;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;

/** When the operator is told about space. */
class DiskCheckTest {

    @Test
    void warnsInTimeAndStopsTrafficBeforeTheDiskIsFull() {
        assertThat(DiskCheck.judge(5_000, 1_024, 100).getStatus()).isEqualTo(Result.Status.OK);
        assertThat(DiskCheck.judge(500, 1_024, 100).getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(DiskCheck.judge(50, 1_024, 100).getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(DiskCheck.judge(50, 1_024, 100).toString()).contains("50 MiB", "free space");
    }
}
