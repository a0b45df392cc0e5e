package io.shopkeeper.nlp.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntentModelTest {

  private static final IntentOptions OPTIONS = new IntentOptions(0.1, 50, 2, 1);

  private static List<IntentExample> examples() {
    List<IntentExample> examples = new ArrayList<>();
    for (String text :
        List.of(
            "where is my order", "my parcel is late", "track my package", "我的快递到哪了", "什么时候发货")) {
      examples.add(new IntentExample(text, "order_status"));
    }
    for (String text :
        List.of("how do I return this", "I want a refund", "send it back", "怎么退货", "我要退款")) {
      examples.add(new IntentExample(text, "return_item"));
    }
    return examples;
  }

  @Test
  void knowsWhatItLearntInBothLanguagesAndWithTypingErrors() {
    IntentModel model = IntentTrainer.train(examples(), OPTIONS);
    assertThat(model.guess("wher is my ordr").intent()).isEqualTo("order_status");
    assertThat(model.guess("returning it").intent()).isEqualTo("return_item");
    assertThat(model.guess("快递什么时候到").intent()).isEqualTo("order_status");
    assertThat(model.guess("退货怎么办").intent()).isEqualTo("return_item");
  }

  @Test
  void probabilitiesAreRankedAndSumToOne() {
    IntentGuess guess = IntentTrainer.train(examples(), OPTIONS).guess("my order");
    assertThat(guess.ranked()).hasSize(2);
    assertThat(guess.ranked().stream().mapToDouble(IntentGuess.Ranked::confidence).sum())
        .isBetween(0.999, 1.001);
    assertThat(guess.confidence()).isEqualTo(guess.ranked().getFirst().confidence());
  }

  @Test
  void nothingIsSureAboutAnEmptyText() {
    IntentModel model = IntentTrainer.train(examples(), OPTIONS);
    assertThat(model.guess("?! …").sure()).isFalse();
    assertThat(model.guess("").sure()).isFalse();
  }

  @Test
  void whatIsWrittenReadsTheSame() throws IOException {
    IntentModel model = IntentTrainer.train(examples(), OPTIONS);
    IntentModel again = IntentModel.read(model.write());
    assertThat(again.guess("where is it")).isEqualTo(model.guess("where is it"));
    assertThat(again.threshold()).isEqualTo(model.threshold());
  }

  @Test
  void bytesOfAnotherFormatAreRefused() {
    assertThatThrownBy(() -> IntentModel.read(new byte[] {0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("format 9");
  }

  @Test
  void trainingTwiceGivesTheSameAnswers() {
    IntentGuess one = IntentTrainer.train(examples(), OPTIONS).guess("package to send back");
    IntentGuess two = IntentTrainer.train(examples(), OPTIONS).guess("package to send back");
    assertThat(one).isEqualTo(two);
  }

  @Test
  void tooFewExamplesAreNamed() {
    List<IntentExample> few =
        List.of(
            new IntentExample("hello", "greet"),
            new IntentExample("hi", "greet"),
            new IntentExample("bye", "goodbye"));
    assertThatThrownBy(() -> IntentTrainer.train(few, OPTIONS))
        .hasMessageContaining("goodbye has 1 examples; at least 2");
  }
}
