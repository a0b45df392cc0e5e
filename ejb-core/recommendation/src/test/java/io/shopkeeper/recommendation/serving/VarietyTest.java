package io.shopkeeper.recommendation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.diversity.Diversification;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VarietyTest {

  @Test
  void isOffUnlessTheShopSetsIt() {
    assertThat(Variety.METHOD.defaultValue()).isEqualTo("off");
    assertThat(Variety.of("off", 100)).isEqualTo(Diversification.OFF);
    assertThat(Variety.of("mmr", 5))
        .isEqualTo(new Diversification(Diversification.Method.MMR, 0.05));
    assertThat(Variety.of("dpp", 100))
        .isEqualTo(new Diversification(Diversification.Method.DPP, 1));
  }

  @Test
  void everySettingHasItsWords() {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
      for (SettingDefinition one : new SettingDefinition[] {Variety.METHOD, Variety.AMOUNT}) {
        assertThat(one.label(locale)).isNotBlank();
        assertThat(one.help(locale)).isNotBlank();
        assertThat(one.groupLabel(locale)).isNotBlank();
        assertThat(one.choices())
            .allSatisfy(c -> assertThat(one.choiceLabel(c, locale)).isNotBlank());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "mmr:0.3", "dpp:1"})
  void aRequestMayWantIt(String how) {
    assertThat(request(how).diversify()).isEqualTo(how);
  }

  @Test
  void aRequestForSomethingElseIsRefused() {
    assertThatThrownBy(() -> request("mmr:3"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must be off, mmr:AMOUNT or dpp:AMOUNT");
  }

  private static RecommendationRequest request(String how) {
    return new RecommendationRequest(
        null, "v-1", null, null, null, 10, Set.of(), null, Locale.ENGLISH, how);
  }
}
