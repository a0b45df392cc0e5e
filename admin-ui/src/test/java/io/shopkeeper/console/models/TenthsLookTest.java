package io.shopkeeper.console.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TenthsLookTest {

  @Test
  void readsTheTable() {
    String table =
        """
        tenth,customers,purchases_foretold,purchases_came,value_foretold,value_came
        1,397,0.0400000,0.0500000,1.20000,2.10000
        2,398,0.100000,0.0900000,3.40000,3.30000
        """;
    assertThat(TenthsLook.parse(table))
        .containsExactly(
            new TenthsLook.Line(1, 397, 0.04, 0.05, 1.2, 2.1),
            new TenthsLook.Line(2, 398, 0.1, 0.09, 3.4, 3.3));
  }
}
