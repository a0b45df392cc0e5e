package io.shopkeeper.fraud.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.fraud.features.Fingerprint;
import io.shopkeeper.fraud.rules.RuleParser;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ErasedTextsTest {

  private static final CustomerKeys ANNA =
      new CustomerKeys(
          "c-17",
          Set.of(Fingerprint.ofEmail("anna@example.org")),
          Set.of(Fingerprint.ofAddress("1 Main St")));

  private static String of(String condition) {
    return ErasedTexts.of(condition, ANNA);
  }

  @Test
  void whoIsGoneIsNamedNoMoreAndTheRestStays() {
    assertThat(of("customer = \"c-17\" and amount > 5"))
        .isEqualTo("customer = \"erased\" and amount > 5");
    assertThat(of("not (email != \"Anna@Example.org\" or ip = \"1.2.3.4\")"))
        .isEqualTo("not (email != \"erased\" or ip = \"1.2.3.4\")");
    assertThat(of("address=\"1, main st.\"")).isEqualTo("address=\"erased\"");
  }

  @Test
  void othersAreLeftAlone() {
    for (String other :
        new String[] {
          "customer = \"c-170\"",
          "customer = \"C-17\"",
          "device = \"c-17\"",
          "email = \"bob@example.org\"",
          "customer in list c-17",
          "customer.count.1d >= 17"
        }) {
      assertThat(of(other)).isEqualTo(other);
    }
  }

  @Test
  void signsBehindABackslashAreReadAsTheLanguageReadsThem() throws Exception {
    assertThat(of("customer = \"c\\-17\"")).isEqualTo("customer = \"erased\"");
    assertThat(of("customer = \"c-17\\\"\" or country = \"DE\""))
        .isEqualTo("customer = \"c-17\\\"\" or country = \"DE\"");
    RuleParser.parse(of("customer != \"c-17\" and email = \"anna@example.org\""), Map.of());
  }
}
