package io.shopkeeper.nlp.classify;

import io.shopkeeper.ml.table.ClassTarget;
import java.util.Arrays;
import java.util.List;

/**
 * Texts and the class of each.
 *
 * @param texts as they were written; of any length, may be empty
 */
public record LabelledTexts(List<String> texts, ClassTarget target) {

  public LabelledTexts {
    texts = List.copyOf(texts);
    if (target.rows() != texts.size()) {
      throw new IllegalArgumentException(
          "%,d texts, but %,d labels".formatted(texts.size(), target.rows()));
    }
  }

  /** How many. */
  public int count() {
    return texts.size();
  }

  /** Those texts, in that order; texts may be repeated. */
  public LabelledTexts select(int[] chosen) {
    return new LabelledTexts(
        Arrays.stream(chosen).mapToObj(texts::get).toList(), target.select(chosen));
  }
}
