package io.shopkeeper.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PasswordHashTest {

  private static final String PASSWORD = "正确 horse battery";

  private final String kept = PasswordHash.of(PASSWORD);

  @Test
  void theRightPasswordMatches() {
    assertThat(PasswordHash.matches(PASSWORD, kept)).isTrue();
  }

  @Test
  void anyOtherPasswordDoesNot() {
    assertThat(PasswordHash.matches(PASSWORD + " ", kept)).isFalse();
    assertThat(PasswordHash.matches("", kept)).isFalse();
  }

  @Test
  void everyHashHasASaltOfItsOwn() {
    assertThat(PasswordHash.of(PASSWORD)).isNotEqualTo(kept);
  }

  @Test
  void theKeptTextNamesItsWayAndNotThePassword() {
    assertThat(kept).startsWith("pbkdf2-sha512$210000$").doesNotContain("horse");
  }

  @Test
  void aTextOfAnotherKindIsAFaultOfTheStoreNotAWrongPassword() {
    assertThatThrownBy(() -> PasswordHash.matches(PASSWORD, "md5$abc"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("abc");
  }

  /** PBKDF2-HMAC-SHA-512 of password, salt, one iteration: a published vector. */
  @Test
  void computesThePublishedVector() {
    byte[] hash =
        HexFormat.of()
            .parseHex(
                "867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252"
                    + "c02d470a285a0501bad999bfe943c08f050235d7d68b1da55e63f73b60a57fce");
    String published =
        "pbkdf2-sha512$1$"
            + Base64.getEncoder()
                .encodeToString("salt".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            + "$"
            + Base64.getEncoder().encodeToString(hash);
    assertThat(PasswordHash.matches("password", published)).isTrue();
  }
}
