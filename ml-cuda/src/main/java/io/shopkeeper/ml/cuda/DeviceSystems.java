package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.Kernels;
import java.util.Arrays;

/** Many small systems, some at a time. */
final class DeviceSystems {

  /** The largest system that a block's shared memory holds. */
  static final int MOST_UNKNOWNS = 96;

  private static final int MOST_BLOCKS = 1 << 16;

  private final Session session;
  private final Kernels cpu;

  DeviceSystems(Session session, Kernels cpu) {
    this.session = session;
    this.cpu = cpu;
  }

  int solve(int systems, int n, float[] matrices, float[] sides) {
    int each = Math.clamp(session.memory().limit() / (16L * n * (n + 2)), 1, MOST_BLOCKS);
    int bad = 0;
    for (int from = 0; from < systems; from += each) {
      bad += part(from, Math.min(each, systems - from), n, matrices, sides);
    }
    return bad;
  }

  private int part(int from, int count, int n, float[] matrices, float[] sides) {
    return session.work(
        room -> {
          DeviceBuffer a = room.copy(matrices, from * n * n, count * n * n);
          DeviceBuffer x = room.copy(sides, from * n, count * n);
          DeviceBuffer failed = room.space(count);
          session.device().launch(DeviceKernel.CHOLESKY, count, 1, n, a, x, failed);
          int[] marks = new int[count];
          float[] solutions = new float[count * n];
          session.device().copyOut(failed, marks, 0, count);
          session.device().copyOut(x, FloatBlock.of(solutions, n), count, n);
          System.arraycopy(solutions, 0, sides, from * n, count * n);
          return Arrays.stream(marks).sum();
        },
        () -> {
          float[] a = Arrays.copyOfRange(matrices, from * n * n, (from + count) * n * n);
          float[] x = Arrays.copyOfRange(sides, from * n, (from + count) * n);
          int bad = cpu.choleskySolve(count, n, a, x);
          System.arraycopy(x, 0, sides, from * n, count * n);
          return bad;
        });
  }
}
