package io.shopkeeper.nlp.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.nlp.classify.LabelledTexts;
import io.shopkeeper.nlp.classify.LinearText;
import io.shopkeeper.nlp.classify.TextModel;
import io.shopkeeper.nlp.meaning.SentenceEncoder;
import io.shopkeeper.nlp.meaning.SentenceEncoders;
import io.shopkeeper.nlp.text.TextLanguage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EncodersTest {

  private static double likeness(SentenceEncoder encoder, String left, String right) {
    float[] one = encoder.encode(left);
    float[] other = encoder.encode(right);
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }

  @Test
  void textsThatMeanTheSameLieNear() {
    SentenceEncoder english = SentenceEncoders.of(TextLanguage.ENGLISH).orElseThrow();
    assertThat(english.encode("where is my parcel")).hasSize(english.dimensions());
    assertThat(likeness(english, "where is my parcel", "where is my parcel"))
        .isCloseTo(1, offset(1e-5));
    assertThat(likeness(english, "where is my parcel", "has my package been shipped?"))
        .isGreaterThan(0.1 + likeness(english, "where is my parcel", "this dress is too tight"));
    SentenceEncoder chinese = SentenceEncoders.of(TextLanguage.CHINESE).orElseThrow();
    assertThat(likeness(chinese, "我的快递到哪了", "包裹什么时候能送达"))
        .isGreaterThan(0.1 + likeness(chinese, "我的快递到哪了", "这件衣服颜色很好看"));
  }

  @Test
  void wordsThatNobodyLearntAreToldByTheirMeaning() throws IOException {
    List<String> texts =
        List.of(
            "a great phone",
            "works well, happy with it",
            "good sound",
            "很满意，质量好",
            "非常喜欢",
            "a bad phone",
            "does not work, unhappy",
            "poor sound",
            "很失望，质量差",
            "太难用了");
    int[] codes = IntStream.range(0, texts.size()).map(i -> i < 5 ? 1 : 0).toArray();
    var data = new LabelledTexts(texts, new ClassTarget(List.of("bad", "good"), codes));
    var algorithm = new LinearText();
    TextModel model = algorithm.train(data, algorithm.standard(), 1, TrainingListener.SILENT);
    TextModel words =
        algorithm.train(data, algorithm.presets().get("fast"), 1, TrainingListener.SILENT);
    assertThat(margin(model, "superb, I adore this", "garbage, total waste")).isPositive();
    assertThat(margin(model, "物超所值，推荐", "垃圾，后悔购买")).isPositive();
    assertThat(margin(model, "superb, I adore this", "garbage, total waste"))
        .isGreaterThan(margin(words, "superb, I adore this", "garbage, total waste"));
    var bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    TextModel read =
        algorithm.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(read.predict(texts)).isDeepEqualTo(model.predict(texts));
  }

  private static double margin(TextModel model, String good, String bad) {
    return model.predict(good)[1] - model.predict(bad)[1];
  }

  @Test
  void anyTextHasAVector() {
    SentenceEncoder chinese = SentenceEncoders.of(TextLanguage.CHINESE).orElseThrow();
    for (String text :
        List.of("", "\u0000\ud800\u202e", "😀".repeat(10_000), "好".repeat(1 << 20))) {
      double square = 0;
      for (float value : chinese.encode(text)) {
        square += (double) value * value;
      }
      assertThat(square).isCloseTo(1, offset(1e-4));
    }
  }
}
