package io.shopkeeper.nlp.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopedTextTest {

  private static final List<String> CLASSES = List.of("none", "refund", "track");
  private static final String[] DAYS = {"today", "on monday", "last week", "yesterday", "in may"};

  @Test
  void confidenceFallsWithWhatIsOutsideAndWhereNothingStandsOut() {
    var scope = new Scope(0, 0.5);
    assertThat(scope.confidence(new double[] {0.2, 0.8, 0})).isCloseTo(0.64 / 0.84, within(1e-12));
    assertThat(scope.confidence(new double[] {0.2, 0.4, 0.4}))
        .isCloseTo(0.16 / 0.36, within(1e-12));
    assertThat(scope.confidence(new double[] {1, 0, 0})).isZero();
    assertThat(scope.decided(new double[] {0.2, 0.8, 0})).containsExactly(0.2, 0.8, 0);
    assertThat(scope.decided(new double[] {0.2, 0.4, 0.4})).containsExactly(1, 0, 0);
  }

  @Test
  void noMoreRightAnswersAreRefusedThanMayBe() {
    double[][] probabilities = new double[100][];
    int[] codes = new int[100];
    for (int row = 0; row < 100; row++) {
      double inside = 0.5 + row / 200.0;
      probabilities[row] = new double[] {1 - inside, inside, 0};
      codes[row] = row < 10 ? 2 : 1;
    }
    for (double lost : new double[] {0, 0.1, 0.5}) {
      Scope scope = Scope.learn(probabilities, codes, 0, lost);
      int refused = 0;
      for (int row = 10; row < 100; row++) {
        refused += scope.refuses(probabilities[row]) ? 1 : 0;
      }
      assertThat(refused).isEqualTo((int) (lost * 90));
    }
    assertThat(Scope.learn(probabilities, codes, 0, 1).threshold()).isZero();
  }

  private static LabelledTexts messages(boolean strangers) {
    List<String> texts = new ArrayList<>();
    List<Integer> codes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String day = DAYS[i % DAYS.length];
      texts.add("please refund the parcel that came " + day + " " + i);
      codes.add(1);
      texts.add("where is my order of " + day + " number " + i);
      codes.add(2);
      if (strangers) {
        texts.add("tell me a joke about cats " + day + " " + i);
        codes.add(0);
      }
    }
    return new LabelledTexts(
        texts, new ClassTarget(CLASSES, codes.stream().mapToInt(code -> code).toArray()));
  }

  private static LearntText learnt(boolean strangers) {
    var base = new LinearText();
    return new ScopedText<>(base, "none", 0.05)
        .learn(messages(strangers), base.presets().get("small"), 42, TrainingListener.SILENT);
  }

  @Test
  void whatIsOfNoneIsRefusedWithExamplesAndWithout() {
    for (boolean strangers : new boolean[] {true, false}) {
      TextModel model = learnt(strangers).model();
      assertThat(model.predict("colourless green ideas sleep")[0]).as("%s", strangers).isEqualTo(1);
      int right = 0;
      for (int i = 0; i < 100; i++) {
        String text = "please refund the parcel that came %s %d".formatted(DAYS[i % 5], i);
        double[] refund = model.predict(text);
        right += refund[1] > refund[0] && refund[1] > refund[2] ? 1 : 0;
      }
      assertThat(right).as("%s", strangers).isGreaterThan(80);
    }
  }

  @Test
  void heldOutTextsAreJudgedAsTheModelWould() {
    double[][] heldOut = learnt(true).heldOut();
    int[] codes = messages(true).target().codes();
    int right = 0;
    for (int row = 0; row < codes.length; row++) {
      double[] one = heldOut[row];
      int best = one[1] > one[0] ? one[2] > one[1] ? 2 : 1 : one[2] > one[0] ? 2 : 0;
      right += best == codes[row] ? 1 : 0;
    }
    assertThat(right).isGreaterThan(codes.length * 9 / 10);
  }

  @Test
  void aStoredModelSaysTheSame() throws IOException {
    TextModel model = learnt(true).model();
    var bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    var algorithm = new ScopedText<>(new LinearText(), "none", 0.05);
    TextModel again =
        algorithm.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    for (String text : List.of("refund the parcel", "colourless green ideas", "my order", "")) {
      assertThat(again.predict(text)).containsExactly(model.predict(text));
    }
  }

  @Test
  void aLabelThatNoTextHasIsNamed() {
    var base = new LinearText();
    var algorithm = new ScopedText<>(base, "elsewhere", 0.05);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                algorithm.learn(
                    messages(true), base.presets().get("small"), 42, TrainingListener.SILENT))
        .withMessageContaining("elsewhere");
  }
}
