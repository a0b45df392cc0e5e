package io.shopkeeper.platform.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.platform.boundary.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "short1234, 12 to 256",
    "my-name-is-annabel, user name",
    "leavemealone, stolen",
    "FinalFantasy7, stolen",
    "aaaaaaaaaaaaaaaa, easy to guess",
    "password12345678, easy to guess",
    "qwertyuiop[], easy to guess"
  })
  void whatIsEasyIsRefusedWithItsReason(String password, String reason) {
    assertThatThrownBy(() -> PasswordPolicy.require("annabel", password))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({"correct-horse-battery-staple", "vF3k!9qLw2xZ", "掌柜今天去茶山看雨了吗一起走"})
  void whatIsHardIsTaken(String password) {
    assertThatCode(() -> PasswordPolicy.require("annabel", password)).doesNotThrowAnyException();
  }

  @Test
  void aVeryLongOneIsMeasuredQuickly() {
    String words = "river lamp seventeen copper ".repeat(9);
    assertThatCode(() -> PasswordPolicy.require("annabel", words)).doesNotThrowAnyException();
    assertThatThrownBy(() -> PasswordPolicy.require("annabel", "x".repeat(257)))
        .isInstanceOf(InvalidInputException.class);
  }
}
