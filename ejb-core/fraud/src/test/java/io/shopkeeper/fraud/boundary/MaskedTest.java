package io.shopkeeper.fraud.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedTest {

  @Test
  void onlyTheBeginningStays() {
    assertThat(Masked.key("f3a9c2d1")).isEqualTo("f3•••");
    assertThat(Masked.key("203.0.113.99")).isEqualTo("203.0.•••");
    assertThat(Masked.key("2001:db8::1")).isEqualTo("20•••");
    assertThat(Masked.key("设备一号")).isEqualTo("设备•••");
  }

  /** Of a short one less, or it would be told. */
  @Test
  void shortOnesAreNotTold() {
    assertThat(Masked.key("abc")).isEqualTo("a•••");
    assertThat(Masked.key("a")).isEqualTo("•••");
    assertThat(Masked.key(null)).isNull();
    assertThat(Masked.key("")).isEmpty();
  }
}
