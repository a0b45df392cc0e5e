package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.GemmShape;
import java.util.List;

/**
 * C ← α·op(A)·op(B) + β·C on the device, all row by row without gaps.
 *
 * @param columnsOfA of A as it is stored
 * @param columnsOfB of B as it is stored
 */
record Product(
    GemmShape shape,
    float alpha,
    DeviceBuffer a,
    int columnsOfA,
    DeviceBuffer b,
    int columnsOfB,
    float beta,
    DeviceBuffer c) {

  private static final int TILE_SIDE = 64;

  /** What it reads and writes. */
  List<DeviceBuffer> buffers() {
    return List.of(a, b, c);
  }

  /** By our own kernel. */
  void launchOn(Device device) {
    device.launch(
        DeviceKernel.GEMM,
        (shape.n() + TILE_SIDE - 1) / TILE_SIDE,
        (shape.m() + TILE_SIDE - 1) / TILE_SIDE,
        shape.m(),
        shape.n(),
        shape.k(),
        alpha,
        a,
        columnsOfA,
        shape.transposeA() ? 1 : 0,
        b,
        columnsOfB,
        shape.transposeB() ? 1 : 0,
        beta,
        c,
        shape.n());
  }
}
