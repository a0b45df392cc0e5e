package io.shopkeeper.nlp.classify;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.nlp.meaning.SentenceEncoder;
import io.shopkeeper.nlp.meaning.SentenceEncoders;
import io.shopkeeper.nlp.text.TextLanguage;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What texts mean, as features beside their words: the vector of the encoder of the text's language
 * less the mean of the training texts, at length {@code weight}. Immutable, safe for several
 * threads.
 */
final class Meaning {

  private static final int MOST_PARTS = 8;

  private final double weight;
  private final List<Part> parts;

  private Meaning(double weight, List<Part> parts) {
    this.weight = weight;
    this.parts = List.copyOf(parts);
  }

  /** An encoder, and the mean of what it made of the training texts. */
  private record Part(SentenceEncoder encoder, float[] mean) {}

  /** Without any. */
  static Meaning none() {
    return new Meaning(0, List.of());
  }

  /**
   * Reads the training texts.
   *
   * @param vectors of each text, what its encoder says, or null where there is none for its
   *     language; written
   */
  static Meaning learn(
      List<String> texts, double weight, float[][] vectors, TrainingListener listener) {
    KernelBackends.current()
        .workers()
        .forEach(
            texts.size(),
            place -> {
              listener.stopIfCancelled();
              vectors[place] =
                  SentenceEncoders.of(TextLanguage.of(texts.get(place)))
                      .map(encoder -> encoder.encode(texts.get(place)))
                      .orElse(null);
            });
    List<Part> parts = new ArrayList<>();
    for (SentenceEncoder encoder : SentenceEncoders.all()) {
      double[] sum = new double[encoder.dimensions()];
      int count = 0;
      for (int place = 0; place < vectors.length; place++) {
        if (vectors[place] != null && TextLanguage.of(texts.get(place)) == encoder.language()) {
          count++;
          for (int i = 0; i < sum.length; i++) {
            sum[i] += vectors[place][i];
          }
        }
      }
      if (count > 0) {
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
          mean[i] = (float) (sum[i] / count);
        }
        parts.add(new Part(encoder, mean));
      }
    }
    return new Meaning(weight, parts);
  }

  /** How many features it adds. */
  int size() {
    return parts.stream().mapToInt(part -> part.mean().length).sum();
  }

  /**
   * A text's words and meaning.
   *
   * @param first the place of its first feature
   */
  SparseText joined(SparseText words, String text, int first) {
    TextLanguage language = TextLanguage.of(text);
    for (Part part : parts) {
      if (part.encoder().language() == language) {
        return joined(words, language, part.encoder().encode(text), first);
      }
    }
    return words;
  }

  /** The same with the vector that the encoder of its language gave; null for none. */
  SparseText joined(SparseText words, TextLanguage language, float[] vector, int first) {
    int from = first;
    for (Part part : parts) {
      if (part.encoder().language() == language && vector != null) {
        return joined(words, vector, part.mean(), from);
      }
      from += part.mean().length;
    }
    return words;
  }

  private SparseText joined(SparseText words, float[] vector, float[] mean, int from) {
    int before = words.features().length;
    int[] features = Arrays.copyOf(words.features(), before + mean.length);
    float[] values = Arrays.copyOf(words.values(), before + mean.length);
    double square = 0;
    for (int i = 0; i < mean.length; i++) {
      float value = vector[i] - mean[i];
      features[before + i] = from + i;
      values[before + i] = value;
      square += (double) value * value;
    }
    float scale = square == 0 ? 0 : (float) (weight / Math.sqrt(square));
    for (int i = before; i < values.length; i++) {
      values[i] *= scale;
    }
    return new SparseText(features, values);
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(weight);
    out.writeInt(parts.size());
    for (Part part : parts) {
      out.writeUTF(part.encoder().name());
      StoredForm.write(out, part.mean());
    }
  }

  static Meaning read(DataInput in) throws IOException {
    double weight = in.readDouble();
    int count = in.readInt();
    if (count < 0 || count > MOST_PARTS || !(weight >= 0)) {
      throw new IOException("damaged: %d encoders of weight %s".formatted(count, weight));
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      float[] mean = StoredForm.readFloats(in);
      SentenceEncoder encoder =
          SentenceEncoders.all().stream()
              .filter(one -> one.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new IOException("needs the sentence encoder " + name));
      if (encoder.dimensions() != mean.length) {
        throw new IOException(
            "damaged: %d numbers of %s, which has %d"
                .formatted(mean.length, name, encoder.dimensions()));
      }
      parts.add(new Part(encoder, mean));
    }
    return new Meaning(weight, parts);
  }
}
