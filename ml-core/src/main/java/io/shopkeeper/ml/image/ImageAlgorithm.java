package io.shopkeeper.ml.image;

import io.shopkeeper.ml.algorithm.Algorithm;

/**
 * Learns what images show.
 *
 * @param <O> its options
 */
public interface ImageAlgorithm<O extends Record> extends Algorithm<LabelledImages, O, ImageModel> {

  /**
   * The memory that a training needs beside the images, in bytes, rather too much than too little.
   *
   * @param classes how many
   */
  long memoryBytes(ImageSize size, int classes, O options);
}
