package io.shopkeeper.ml.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.ease.Ease;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OptionWordsTest {

  private static final Locale HONG_KONG = Locale.of("zh", "HK");

  @Test
  void speaksTheReadersLanguage() {
    assertThat(OptionWords.name(new Ease(), Locale.GERMANY))
        .isEqualTo(OptionWords.name(new Ease(), Locale.ENGLISH))
        .isNotEqualTo("ease");
    assertThat(OptionWords.help(new Ease(), Locale.CHINESE))
        .isEqualTo(OptionWords.help(new Ease(), HONG_KONG))
        .isNotEqualTo(OptionWords.help(new Ease(), Locale.ENGLISH))
        .isNotEmpty();
    assertThat(OptionWords.preset(new Ease(), "standard", Locale.ENGLISH)).contains(" ");
  }

  @Test
  void namesWhatNoBundleSays() {
    assertThat(OptionWords.preset(new Ease(), "unheard-of", Locale.ENGLISH))
        .isEqualTo("unheard-of");
  }
}
