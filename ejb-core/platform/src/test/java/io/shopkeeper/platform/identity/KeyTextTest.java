package io.shopkeeper.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.boundary.KeyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

  private static final String SECRET = "A".repeat(43);

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void whatIsMadeCanBeParsed(KeyKind kind) {
    KeyText made = KeyText.make(kind);
    assertThat(KeyText.parse(made.text())).contains(made);
  }

  @Test
  void noTwoAreAlike() {
    assertThat(KeyText.make(KeyKind.SECRET).text())
        .isNotEqualTo(KeyText.make(KeyKind.SECRET).text());
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "sk_12345678",
        "sk-12345678_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "sk_12345678-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "xx_12345678_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "sk_1234567_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "sk_12345678_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "sk_12345678_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "sk_12345678_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
        "sk_1234567'_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void whatHasNotTheFormIsNoKey(String presented) {
    assertThat(KeyText.parse(presented)).isEmpty();
  }

  @Test
  void onlyItsOwnTextHashesToItsHash() {
    KeyText key = KeyText.parse("sk_12345678_" + SECRET).orElseThrow();
    KeyText other = KeyText.parse("sk_12345678_" + "A".repeat(42) + "B").orElseThrow();
    assertThat(key.hashesTo(key.hash())).isTrue();
    assertThat(other.hashesTo(key.hash())).isFalse();
  }

  @Test
  void printingItDoesNotTellTheSecret() {
    assertThat(KeyText.parse("sk_12345678_" + SECRET).orElseThrow().toString())
        .contains("12345678")
        .doesNotContain("AAAA");
  }
}
