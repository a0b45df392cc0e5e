package io.shopkeeper.console.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlertGroupsLookTest {

  @Test
  void readsSharesWithTheirIntervals() {
    List<AlertGroupsLook.Line> lines =
        AlertGroupsLook.parse(
            """
            by,group,payments,alerts,alerts_low,alerts_high,good,false_alarms,false_alarms_low,false_alarms_high,compared
            known,guest,200,20,0.07,0.15,180,9,0.03,0.09,true
            goes,unknown,3,3,0.44,1.0,0,0,NaN,NaN,false
            """);

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().key()).isEqualTo("known.guest");
    assertThat(lines.getFirst().alerts()).isEqualTo(new AlertGroupsLook.Share(0.1, 0.07, 0.15));
    assertThat(lines.getFirst().wrong().value()).isEqualTo(0.05);
    assertThat(lines.getFirst().compared()).isTrue();
    assertThat(lines.getLast().wrong().isKnown()).as("of no good payment").isFalse();
    assertThat(lines.getLast().compared()).isFalse();
  }
}
