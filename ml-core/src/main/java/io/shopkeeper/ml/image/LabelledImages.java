package io.shopkeeper.ml.image;

import io.shopkeeper.ml.table.ClassTarget;

/** Images and what each shows. */
public record LabelledImages(Images images, ClassTarget target) {

  public LabelledImages {
    if (target.rows() != images.count()) {
      throw new IllegalArgumentException(
          "%,d images, but %,d labels".formatted(images.count(), target.rows()));
    }
  }

  /** How many. */
  public int count() {
    return images.count();
  }

  /** Those images, in that order; images may be repeated. */
  public LabelledImages select(int[] chosen) {
    return new LabelledImages(images.select(chosen), target.select(chosen));
  }
}
