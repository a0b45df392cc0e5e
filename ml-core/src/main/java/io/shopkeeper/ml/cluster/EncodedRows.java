package io.shopkeeper.ml.cluster;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.KernelBackends;
import java.util.function.IntConsumer;

/**
 * Rows of numbers, worked on in blocks of one size whatever the threads, so that sums do not depend
 * on these.
 *
 * @param values count × width
 */
record EncodedRows(float[] values, int count, int width) {

  static final int BLOCK = 2048;

  int blocks() {
    return (count + BLOCK - 1) / BLOCK;
  }

  int begin(int block) {
    return block * BLOCK;
  }

  int end(int block) {
    return Math.min(count, (block + 1) * BLOCK);
  }

  void forEachBlock(IntConsumer task) {
    KernelBackends.current().workers().forEach(blocks(), task);
  }

  /** The squared distance of a row to a centre. */
  double distance(int row, float[] centres, int centre) {
    double squares = 0;
    for (int d = 0; d < width; d++) {
      double difference = (double) values[row * width + d] - centres[centre * width + d];
      squares += difference * difference;
    }
    return squares;
  }

  /** Rows of a block by centres: the products of each with each. */
  float[] products(int block, float[] centres) {
    int rows = end(block) - begin(block);
    int count = centres.length / width;
    float[] products = new float[rows * count];
    KernelBackends.current()
        .cpu()
        .gemm(
            new GemmShape(rows, count, width, false, true),
            1f,
            new FloatBlock(values, begin(block) * width, width),
            FloatBlock.of(centres, width),
            0f,
            FloatBlock.of(products, count));
    return products;
  }
}
