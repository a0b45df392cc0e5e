package io.shopkeeper.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  private static final byte[] RFC_SECRET =
      "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:10Z");

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    assertThat(Totp.code(RFC_SECRET, Totp.step(Instant.ofEpochSecond(second)), 8)).isEqualTo(code);
  }

  @Test
  void aCodeIsTakenAHalfMinuteEarlyOrLateAndNotLonger() {
    long step = Totp.step(NOW);
    for (long near : new long[] {step - 1, step, step + 1}) {
      assertThat(Totp.accepted(RFC_SECRET, Totp.code(RFC_SECRET, near), NOW, 0)).hasValue(near);
    }
    for (long far : new long[] {step - 2, step + 2}) {
      assertThat(Totp.accepted(RFC_SECRET, Totp.code(RFC_SECRET, far), NOW, 0)).isEmpty();
    }
  }

  @Test
  void aCodeIsTakenOnceAndNoneBeforeItAfterThat() {
    long step = Totp.step(NOW);
    String code = Totp.code(RFC_SECRET, step);
    assertThat(Totp.accepted(RFC_SECRET, code, NOW, step)).isEmpty();
    assertThat(Totp.accepted(RFC_SECRET, Totp.code(RFC_SECRET, step - 1), NOW, step)).isEmpty();
    assertThat(Totp.accepted(RFC_SECRET, Totp.code(RFC_SECRET, step + 1), NOW, step))
        .hasValue(step + 1);
  }

  @Test
  void blanksInACodeDoNoHarm() {
    String code = Totp.code(RFC_SECRET, Totp.step(NOW));
    assertThat(Totp.accepted(RFC_SECRET, code.substring(0, 3) + " " + code.substring(3), NOW, 0))
        .isPresent();
    assertThat(Totp.accepted(RFC_SECRET, "", NOW, 0)).isEmpty();
    assertThat(Totp.accepted(RFC_SECRET, "abcdef", NOW, 0)).isEmpty();
  }
}
