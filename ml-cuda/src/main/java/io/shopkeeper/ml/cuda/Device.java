package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.FloatBlock;

/**
 * What computes: a device, or what stands for one in tests. For one thread at a time.
 *
 * <p>All methods throw {@link DeviceException.Lost} when the device is gone.
 */
interface Device extends AutoCloseable {

  /** Its name and memory, for people. */
  String description();

  /** Bytes that may be used. */
  long memory();

  /**
   * Takes memory.
   *
   * @throws DeviceException.OutOfMemory if there is none left
   */
  DeviceBuffer allocate(long bytes);

  /** Gives memory back. */
  void free(DeviceBuffer buffer);

  /**
   * Copies rows of a matrix, one after the other, to the beginning of a buffer; the array may be
   * changed afterwards. Launches that do not use the buffer go on meanwhile.
   */
  void copyIn(DeviceBuffer to, FloatBlock from, int rows, int columns);

  /**
   * Copies to the beginning of a buffer; the array may be changed afterwards. Launches that do not
   * use the buffer go on meanwhile.
   */
  void copyIn(DeviceBuffer to, int[] from, int offset, int count);

  /** Copies from the beginning of a buffer into a matrix, when all launches before are done. */
  void copyOut(DeviceBuffer from, FloatBlock to, int rows, int columns);

  /** Copies from the beginning of a buffer, when all launches before are done. */
  void copyOut(DeviceBuffer from, int[] to, int offset, int count);

  /**
   * Runs a kernel on a grid of blocks.
   *
   * @param arguments {@link Integer}, {@link Float} and {@link DeviceBuffer} in the order of the
   *     function's parameters
   */
  void launch(DeviceKernel kernel, int gridX, int gridY, Object... arguments);

  /** Multiplies matrices that lie on it. */
  default void multiply(Product product) {
    product.launchOn(this);
  }

  @Override
  void close();
}
