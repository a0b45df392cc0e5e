package io.shopkeeper.nlp.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.shopkeeper.ml.algorithm.Algorithm;
import io.shopkeeper.ml.algorithm.AlgorithmContract;
import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinearTextTest extends AlgorithmContract<LabelledTexts, LinearTextOptions, TextModel> {

  private static final String[] GOOD = {"great", "lovely", "很好", "满意"};
  private static final String[] BAD = {"broken", "awful", "太差", "失望"};
  private static final String[] TALK = {"the shirt", "arrived", "今天", "这件衣服", "with a box", "，"};
  private static final String[] ERRANDS = {"refund 退款", "delivery 快递", "invoice 发票"};

  @Override
  protected Algorithm<LabelledTexts, LinearTextOptions, TextModel> algorithm() {
    return new LinearText();
  }

  @Override
  protected List<LabelledTexts> planted() {
    return List.of(feelings(200, 1), errands(150, 2));
  }

  @Override
  protected void saysTheSame(TextModel stored, TextModel read, LabelledTexts data) {
    assertThat(read.classes()).isEqualTo(stored.classes());
    assertThat(read.predict(data.texts())).isDeepEqualTo(stored.predict(data.texts()));
  }

  private static LabelledTexts feelings(int count, long seed) {
    return made(
        count,
        seed,
        List.of("bad", "good"),
        (code, random) -> word(code == 1 ? GOOD : BAD, random));
  }

  private static LabelledTexts errands(int count, long seed) {
    return made(
        count,
        seed,
        List.of("refund", "delivery", "invoice"),
        (code, random) -> ERRANDS[code].split(" ")[random.nextInt(2)]);
  }

  private interface Teller {
    String word(int code, SplittableRandom random);
  }

  private static LabelledTexts made(int count, long seed, List<String> classes, Teller teller) {
    var random = new SplittableRandom(seed);
    List<String> texts = new ArrayList<>();
    int[] codes = new int[count];
    for (int i = 0; i < count; i++) {
      codes[i] = i % classes.size();
      texts.add(
          String.join(" ", word(TALK, random), teller.word(codes[i], random), word(TALK, random)));
    }
    return new LabelledTexts(texts, new ClassTarget(classes, codes));
  }

  private static String word(String[] words, SplittableRandom random) {
    return words[random.nextInt(words.length)];
  }

  @Test
  void otherTextsAreToldApart() {
    for (int place = 0; place < 2; place++) {
      LabelledTexts asked = place == 0 ? feelings(100, 8) : errands(100, 9);
      double[][] found = train(planted().get(place)).predict(asked.texts());
      for (int row = 0; row < found.length; row++) {
        int truth = asked.target().codes()[row];
        assertThat(found[row][truth]).as(asked.texts().get(row)).isGreaterThan(0.8);
        double sum = 0;
        for (double probability : found[row]) {
          assertThat(probability).isBetween(0.0, 1.0);
          sum += probability;
        }
        assertThat(sum).isCloseTo(1, offset(1e-9));
      }
    }
  }

  @Test
  void typingErrorsAndWidthsAreBorne() {
    TextModel model = train(feelings(400, 1));
    assertThat(model.predict("the shirt is LOVELYY")[1]).isGreaterThan(0.7);
    assertThat(model.predict("ｇｒｅａｔ")[1]).isGreaterThan(0.7);
  }

  @Test
  void whatNobodyWroteSaysWhatIsUsual() {
    TextModel model = train(feelings(200, 1));
    double[] nothing = model.predict("");
    assertThat(nothing[0] + nothing[1]).isCloseTo(1, offset(1e-9));
    assertThat(model.predict("\u0000\ud800\u202e")).containsExactly(nothing);
  }

  @Test
  void aLongTextEndsInTime() {
    TextModel model = train(feelings(200, 1));
    String million = "今天 shirt 😀 ".repeat(100_000);
    assertThat(model.predict(million)).hasSize(2);
    assertThat(model.predict("x".repeat(1 << 20))).hasSize(2);
    assertThat(model.predict("😀".repeat(10_000))).hasSize(2);
  }

  @Test
  void oneClassAloneIsRefused() {
    var alone =
        new LabelledTexts(List.of("a", "b"), new ClassTarget(List.of("x", "y"), new int[2]));
    assertThatThrownBy(() -> new LinearText().train(alone, options(), 1, TrainingListener.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("texts of 1");
  }
}
