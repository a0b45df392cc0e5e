package io.shopkeeper.ml.image;

import io.shopkeeper.ml.algorithm.TrainedModel;
import java.util.List;

/** Says what images show. Implementations are immutable and safe for several threads. */
public interface ImageModel extends TrainedModel {

  /** The size of the images it reads. */
  ImageSize size();

  /** The classes, in the order of the probabilities. */
  List<String> classes();

  /**
   * Looks at one image.
   *
   * @param image as of {@link ImageSize}
   * @param result the classes' probabilities, which add up to 1; written
   * @throws IllegalArgumentException if it has another size
   */
  void predict(byte[] image, double[] result);

  /** Looks at all images, images × classes, on the threads of this process. */
  double[][] predict(Images images);
}
