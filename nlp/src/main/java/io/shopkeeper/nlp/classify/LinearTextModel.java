package io.shopkeeper.nlp.classify;

import io.shopkeeper.ml.algorithm.StoredForm;
import io.shopkeeper.ml.algorithm.StoredOptions;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What {@link LinearText} learnt. */
final class LinearTextModel implements TextModel {

  private static final int FORMAT = 1;
  private static final int MOST_CLASSES = 10_000;

  private final List<String> classes;
  private final LinearTextOptions options;
  private final Vocabulary vocabulary;
  private final Meaning meaning;
  private final DualDescent.Line[] lines;
  private final ScoreScale scale;

  /** Not by thread: a server's threads outlive the application and would hold on to its classes. */
  private final Queue<Grams> readers = new ConcurrentLinkedQueue<>();

  LinearTextModel(
      List<String> classes,
      LinearTextOptions options,
      Vocabulary vocabulary,
      Meaning meaning,
      DualDescent.Line[] lines,
      ScoreScale scale) {
    this.classes = List.copyOf(classes);
    this.options = options;
    this.vocabulary = vocabulary;
    this.meaning = meaning;
    this.lines = lines;
    this.scale = scale;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public double[] predict(String text) {
    Grams reader = readers.poll();
    if (reader == null) {
      reader = vocabulary.reader();
    }
    SparseText words = vocabulary.vector(reader, text);
    readers.add(reader);
    SparseText vector = meaning.joined(words, text, vocabulary.size());
    double[] scores = new double[lines.length];
    for (int line = 0; line < lines.length; line++) {
      scores[line] = lines[line].score(vector);
    }
    return scale.probabilities(scores);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, LinearText.NAME, FORMAT);
    StoredOptions.write(out, options);
    out.writeInt(classes.size());
    for (String name : classes) {
      out.writeUTF(name);
    }
    vocabulary.write(out);
    meaning.write(out);
    out.writeInt(lines.length);
    for (DualDescent.Line line : lines) {
      StoredForm.write(out, line.weights());
      out.writeDouble(line.offset());
    }
    out.writeDouble(scale.slope());
    out.writeDouble(scale.offset());
  }

  static LinearTextModel read(DataInput in) throws IOException {
    StoredForm.readHeader(in, LinearText.NAME, FORMAT);
    LinearTextOptions options = StoredOptions.read(in, new LinearText().standard());
    int count = in.readInt();
    if (count < 2 || count > MOST_CLASSES) {
      throw new IOException("damaged: %d classes".formatted(count));
    }
    List<String> classes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      classes.add(in.readUTF());
    }
    Vocabulary vocabulary = Vocabulary.read(in, options);
    Meaning meaning = Meaning.read(in);
    int expected = count == 2 ? 1 : count;
    if (in.readInt() != expected) {
      throw new IOException("damaged: not %d lines".formatted(expected));
    }
    var lines = new DualDescent.Line[expected];
    for (int line = 0; line < expected; line++) {
      float[] weights = StoredForm.readFloats(in);
      if (weights.length != vocabulary.size() + meaning.size()) {
        throw new IOException(
            "damaged: %d weights of %d features"
                .formatted(weights.length, vocabulary.size() + meaning.size()));
      }
      lines[line] = new DualDescent.Line(weights, in.readDouble());
    }
    return new LinearTextModel(
        classes,
        options,
        vocabulary,
        meaning,
        lines,
        new ScoreScale(in.readDouble(), in.readDouble()));
  }
}
