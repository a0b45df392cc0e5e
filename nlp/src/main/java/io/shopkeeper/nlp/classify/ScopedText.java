package io.shopkeeper.nlp.classify;

import io.shopkeeper.ml.training.TrainingListener;
import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * Lets an algorithm say that a text is of none of its classes. Examples of such texts help and are
 * not needed: the threshold is where a given part of the right answers would be refused, by models
 * that had not seen them.
 *
 * @param algorithm what tells the classes apart
 * @param outside the label of texts that are of none
 * @param lost part of the right answers that may be refused, 0 to 1
 * @param <O> its options
 */
public record ScopedText<O extends Record>(TextAlgorithm<O> algorithm, String outside, double lost)
    implements TextAlgorithm<O> {

  static final String NAME = "scoped-text";

  public ScopedText {
    if (!(lost >= 0 && lost <= 1)) {
      throw new IllegalArgumentException("the part that may be refused is 0 to 1, not " + lost);
    }
  }

  @Override
  public String name() {
    return algorithm.name();
  }

  @Override
  public Map<String, O> presets() {
    return algorithm.presets();
  }

  /**
   * Learns the classes and the threshold.
   *
   * @throws IllegalArgumentException if there are texts of fewer than two classes, or the label of
   *     texts that are of none is no class
   */
  @Override
  public LearntText learn(LabelledTexts data, O options, long seed, TrainingListener listener) {
    int place = data.target().classes().indexOf(outside);
    if (place < 0) {
      throw new IllegalArgumentException("no text is labelled " + outside);
    }
    LearntText learnt = algorithm.learn(data, options, seed, listener);
    Scope scope = Scope.learn(learnt.heldOut(), data.target().codes(), place, lost);
    return new LearntText(
        new ScopedModel(learnt.model(), scope),
        Arrays.stream(learnt.heldOut()).map(scope::decided).toArray(double[][]::new));
  }

  @Override
  public TextModel read(DataInput in) throws IOException {
    return ScopedModel.read(in, algorithm);
  }
}
