package io.shopkeeper.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NormaliserTest {

  @Test
  void onlyOneSpelling() {
    assertThat(Normaliser.normalise("ＨＥＬＬＯ   sooooo\tgood")).isEqualTo("hello soo good");
    assertThat(Normaliser.normalise("好好好好！！！！")).isEqualTo("好好!!");
    assertThat(Normaliser.normalise("order 1000023")).isEqualTo("order 1000023");
  }

  @Property
  void normalisingTwiceChangesNothing(@ForAll String text) {
    String once = Normaliser.normalise(text);
    assertThat(Normaliser.normalise(once)).isEqualTo(once);
  }

  @Test
  void scriptTellsTheLanguage() {
    assertThat(TextLanguage.of("where is my order")).isEqualTo(TextLanguage.ENGLISH);
    assertThat(TextLanguage.of("我的订单 SK-10023 到哪了")).isEqualTo(TextLanguage.CHINESE);
    assertThat(TextLanguage.of("do you have 茶 from the north of China"))
        .isEqualTo(TextLanguage.ENGLISH);
    assertThat(TextLanguage.of("10023 ?!")).isEqualTo(TextLanguage.UNKNOWN);
  }
}
