package io.shopkeeper.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSignerTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  private final TokenSigner signer = new TokenSigner(new byte[32]);

  @ParameterizedTest
  @ValueSource(strings = {"c-1", "客户.7", "with|bar", "A"})
  void namesTheCustomerItWasMadeFor(String customer) {
    assertThat(signer.verify(signer.sign(customer, LATER), NOW)).contains(customer);
  }

  @Test
  void endsWithItsTime() {
    String token = signer.sign("c-1", LATER);
    assertThat(signer.verify(token, LATER.minusSeconds(1))).isPresent();
    assertThat(signer.verify(token, LATER)).isEmpty();
  }

  @Test
  void anotherSecretDoesNotVerify() {
    byte[] other = new byte[32];
    other[31] = 1;
    assertThat(new TokenSigner(other).verify(signer.sign("c-1", LATER), NOW)).isEmpty();
  }

  @Test
  void noOtherPayloadVerifies() {
    String token = signer.sign("c-1", LATER);
    String forged = signer.sign("c-2", LATER);
    String mixed = forged.substring(0, forged.indexOf('.')) + token.substring(token.indexOf('.'));
    assertThat(signer.verify(mixed, NOW)).isEmpty();
  }

  @Test
  void everyCharacterOfThePayloadCounts() {
    String token = signer.sign("c-1", LATER);
    for (int i = 0; i < token.indexOf('.'); i++) {
      char changed = token.charAt(i) == 'x' ? 'y' : 'x';
      String tampered = token.substring(0, i) + changed + token.substring(i + 1);
      assertThat(signer.verify(tampered, NOW)).as(tampered).isEmpty();
    }
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {".", "a.b", "a", "a.b.c", "a.!", "=.=", "MTIz.AAAA"})
  void nonsenseIsRefusedQuietly(String token) {
    assertThat(signer.verify(token, NOW)).isEmpty();
  }

  @Test
  void anEndlessTokenIsRefusedUnread() {
    assertThat(signer.verify("a".repeat(1000) + "." + "b".repeat(1_000_000), NOW)).isEmpty();
  }
}
