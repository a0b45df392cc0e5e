package io.shopkeeper.nlp.classify;

import io.shopkeeper.ml.algorithm.StoredForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * A model that refuses what is of none of its classes: the class that stands for that then has all
 * of the probability.
 */
final class ScopedModel implements TextModel {

  private static final int FORMAT = 1;

  private final TextModel inner;
  private final Scope scope;

  ScopedModel(TextModel inner, Scope scope) {
    this.inner = inner;
    this.scope = scope;
  }

  Scope scope() {
    return scope;
  }

  @Override
  public List<String> classes() {
    return inner.classes();
  }

  @Override
  public double[] predict(String text) {
    return scope.decided(inner.predict(text));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StoredForm.writeHeader(out, ScopedText.NAME, FORMAT);
    out.writeInt(scope.outside());
    out.writeDouble(scope.threshold());
    inner.write(out);
  }

  static ScopedModel read(DataInput in, TextAlgorithm<?> algorithm) throws IOException {
    StoredForm.readHeader(in, ScopedText.NAME, FORMAT);
    int outside = in.readInt();
    double threshold = in.readDouble();
    TextModel inner = algorithm.read(in);
    if (outside < 0 || outside >= inner.classes().size() || !(threshold >= 0 && threshold <= 1)) {
      throw new IOException(
          "damaged: class %d of %d refused below %s"
              .formatted(outside, inner.classes().size(), threshold));
    }
    return new ScopedModel(inner, new Scope(outside, threshold));
  }
}
