package io.shopkeeper.nlp.classify;

import io.shopkeeper.ml.algorithm.TrainedModel;
import io.shopkeeper.ml.kernel.KernelBackends;
import java.util.List;

/** Says of which class a text is. Implementations are immutable and safe for several threads. */
public interface TextModel extends TrainedModel {

  /** The classes, in the order of the probabilities; of two, the second is the positive one. */
  List<String> classes();

  /**
   * Reads one text.
   *
   * @param text of any length; what is beyond the first 4,000 words or characters is not read
   * @return the classes' probabilities, which add up to 1
   */
  double[] predict(String text);

  /** Reads all texts, texts × classes, on the threads of this process. */
  default double[][] predict(List<String> texts) {
    double[][] found = new double[texts.size()][];
    KernelBackends.current()
        .workers()
        .forEach(found.length, place -> found[place] = predict(texts.get(place)));
    return found;
  }
}
