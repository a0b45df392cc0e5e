package io.shopkeeper.ml.family;

import io.shopkeeper.ml.image.ImageAlgorithm;
import io.shopkeeper.ml.neural.image.ConvolutionalNetwork;
import java.util.List;
import java.util.Optional;

/** All that learn from images. */
public final class ImageAlgorithms {

  private static final List<ImageAlgorithm<?>> ALL = List.of(new ConvolutionalNetwork());

  private ImageAlgorithms() {}

  /** In the order in which they are offered, the default first. */
  public static List<ImageAlgorithm<?>> all() {
    return ALL;
  }

  /** By name. */
  public static Optional<ImageAlgorithm<?>> find(String name) {
    return ALL.stream().filter(algorithm -> algorithm.name().equals(name)).findFirst();
  }
}
