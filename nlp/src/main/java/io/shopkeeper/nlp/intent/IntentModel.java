package io.shopkeeper.nlp.intent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;

/** Tells what a text wants. Immutable, safe for several threads. */
public final class IntentModel {

  /** Version of the form in which {@link #write} writes. */
  public static final int FORMAT = 1;

  private static final int LARGEST = 64 << 20;

  private final DoccatModel categories;
  private final double threshold;

  IntentModel(DoccatModel categories, double threshold) {
    this.categories = categories;
    this.threshold = threshold;
  }

  /** The confidence from which a guess is sure, 0 to 1. */
  public double threshold() {
    return threshold;
  }

  /**
   * What the text wants. A text without a letter, a digit or a character is never sure.
   *
   * @param text any length
   */
  public IntentGuess guess(String text) {
    String[] features = IntentFeatures.of(text);
    var categoriser = new DocumentCategorizerME(categories);
    double[] probabilities = categoriser.categorize(features);
    List<IntentGuess.Ranked> ranked = new ArrayList<>(probabilities.length);
    for (int i = 0; i < probabilities.length; i++) {
      ranked.add(new IntentGuess.Ranked(categoriser.getCategory(i), probabilities[i]));
    }
    ranked.sort(Comparator.comparingDouble(IntentGuess.Ranked::confidence).reversed());
    IntentGuess.Ranked best = ranked.getFirst();
    boolean sure = features.length > 0 && best.confidence() >= threshold;
    return new IntentGuess(best.intent(), best.confidence(), sure, ranked);
  }

  /** The model as bytes, for {@link #read}. */
  public byte[] write() throws IOException {
    var learnt = new ByteArrayOutputStream();
    categories.serialize(learnt);
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      out.writeDouble(threshold);
      out.writeInt(learnt.size());
      learnt.writeTo(out);
    }
    return bytes.toByteArray();
  }

  /**
   * A model that was written.
   *
   * @throws IOException if the bytes are none of this version's
   */
  public static IntentModel read(byte[] bytes) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int format = in.readInt();
      if (format != FORMAT) {
        throw new IOException("Intent model of format %d, not %d".formatted(format, FORMAT));
      }
      double threshold = in.readDouble();
      int length = in.readInt();
      if (length < 0 || length > LARGEST) {
        throw new IOException("Intent model of %d bytes".formatted(length));
      }
      byte[] learnt = in.readNBytes(length);
      return new IntentModel(new DoccatModel(new ByteArrayInputStream(learnt)), threshold);
    }
  }
}
