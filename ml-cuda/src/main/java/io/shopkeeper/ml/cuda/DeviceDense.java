package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.Activation;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.Kernels;
import java.util.Arrays;

/** Dense work in tiles that fit the device. */
final class DeviceDense {

  private static final int WIDEST = 4096;
  private static final int TILE_SIDE = 64;
  private static final int THREADS = 128;
  private static final int MOST_BLOCKS = 1 << 16;

  private final Session session;
  private final Kernels cpu;

  DeviceDense(Session session, Kernels cpu) {
    this.session = session;
    this.cpu = cpu;
  }

  /** The side of a tile: five of them, as rounded-up buffers, fit the memory. */
  int tile() {
    int side = (int) Math.min(WIDEST, Math.sqrt(session.memory().limit() / (5.0 * 2 * 4)));
    return Math.max(TILE_SIDE, side / TILE_SIDE * TILE_SIDE);
  }

  void gemm(GemmShape shape, float alpha, FloatBlock a, FloatBlock b, float beta, FloatBlock c) {
    int side = tile();
    for (int i = 0; i < shape.m(); i += side) {
      for (int j = 0; j < shape.n(); j += side) {
        var tile =
            new GemmShape(
                Math.min(side, shape.m() - i),
                Math.min(side, shape.n() - j),
                shape.k(),
                shape.transposeA(),
                shape.transposeB());
        FloatBlock left = shape.transposeA() ? a.at(0, i) : a.at(i, 0);
        FloatBlock right = shape.transposeB() ? b.at(j, 0) : b.at(0, j);
        tile(tile, alpha, left, right, beta, c.at(i, j));
      }
    }
  }

  private void tile(
      GemmShape s, float alpha, FloatBlock a, FloatBlock b, float beta, FloatBlock c) {
    session.work(
        room -> {
          onDevice(room, s, alpha, a, b, beta, c);
          return true;
        },
        () -> {
          cpu.gemm(s, alpha, a, b, beta, c);
          return false;
        });
  }

  /** The tile of C stays on the device while strips of A and B pass. */
  private void onDevice(
      DeviceMemory.Room room,
      GemmShape s,
      float alpha,
      FloatBlock a,
      FloatBlock b,
      float beta,
      FloatBlock c) {
    int size = s.m() * s.n();
    DeviceBuffer out = beta == 0 ? room.space(size) : room.copy(c, s.m(), s.n());
    int side = tile();
    boolean two = s.k() > side && session.memory().limit() >= 5L * 2 * 4 * side * side;
    // Two strips of each: while one is multiplied, the next is copied.
    DeviceBuffer[] left = strips(room, (long) s.m() * Math.min(side, s.k()), two);
    DeviceBuffer[] right = strips(room, (long) s.n() * Math.min(side, s.k()), two);
    for (int p = 0, turn = 0; p < s.k(); p += side, turn ^= two ? 1 : 0) {
      int depth = Math.min(side, s.k() - p);
      FloatBlock fromA = s.transposeA() ? a.at(p, 0) : a.at(0, p);
      FloatBlock fromB = s.transposeB() ? b.at(0, p) : b.at(p, 0);
      int aColumns = s.transposeA() ? s.m() : depth;
      int bColumns = s.transposeB() ? depth : s.n();
      session.device().copyIn(left[turn], fromA, s.m() * depth / aColumns, aColumns);
      session.device().copyIn(right[turn], fromB, s.n() * depth / bColumns, bColumns);
      var strip = new GemmShape(s.m(), s.n(), depth, s.transposeA(), s.transposeB());
      float kept = p == 0 ? beta : 1f;
      session
          .device()
          .multiply(
              new Product(strip, alpha, left[turn], aColumns, right[turn], bColumns, kept, out));
    }
    if (beta == 0) {
      session.device().copyOut(out, c, s.m(), s.n());
      return;
    }
    // What the CPU would need, should the copy break off, stays until all is there.
    float[] result = new float[size];
    session.device().copyOut(out, FloatBlock.of(result, s.n()), s.m(), s.n());
    unpack(result, s.m(), s.n(), c);
  }

  private static DeviceBuffer[] strips(DeviceMemory.Room room, long count, boolean two) {
    DeviceBuffer first = room.space(count);
    return two ? new DeviceBuffer[] {first, room.space(count)} : new DeviceBuffer[] {first};
  }

  private static void unpack(float[] packed, int rows, int columns, FloatBlock to) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(
          packed, row * columns, to.values(), to.offset() + row * to.stride(), columns);
    }
  }

  void softmax(int rows, int columns, FloatBlock a) {
    int each = Math.clamp(elements(1) / columns, 1, MOST_BLOCKS);
    for (int row = 0; row < rows; row += each) {
      int count = Math.min(each, rows - row);
      FloatBlock part = a.at(row, 0);
      session.work(
          room -> {
            DeviceBuffer buffer = room.copy(part, count, columns);
            session.device().launch(DeviceKernel.SOFTMAX, count, 1, columns, columns, buffer);
            float[] values = new float[count * columns];
            session.device().copyOut(buffer, FloatBlock.of(values, columns), count, columns);
            unpack(values, count, columns, part);
            return true;
          },
          () -> {
            cpu.softmax(count, columns, part);
            return false;
          });
    }
  }

  void activate(Activation function, float[] x, float[] y) {
    int each = elements(2);
    for (int from = 0; from < x.length; from += each) {
      int start = from;
      int count = Math.min(each, x.length - from);
      float[] result =
          session.work(
              room -> {
                DeviceBuffer in = room.copy(x, start, count);
                DeviceBuffer out = room.space(count);
                session
                    .device()
                    .launch(
                        DeviceKernel.ACTIVATE, blocks(count), 1, code(function), count, in, out);
                return fetch(out, count);
              },
              () -> {
                float[] values = Arrays.copyOfRange(x, start, start + count);
                cpu.activate(function, values, values);
                return values;
              });
      System.arraycopy(result, 0, y, from, count);
    }
  }

  void gradient(Activation function, float[] x, float[] upstream, float[] result) {
    int each = elements(3);
    for (int from = 0; from < x.length; from += each) {
      int start = from;
      int count = Math.min(each, x.length - from);
      float[] part =
          session.work(
              room -> {
                DeviceBuffer in = room.copy(x, start, count);
                DeviceBuffer up = room.copy(upstream, start, count);
                DeviceBuffer out = room.space(count);
                session
                    .device()
                    .launch(
                        DeviceKernel.GRADIENT,
                        blocks(count),
                        1,
                        code(function),
                        count,
                        in,
                        up,
                        out);
                return fetch(out, count);
              },
              () -> {
                float[] values = new float[count];
                cpu.gradient(
                    function,
                    Arrays.copyOfRange(x, start, start + count),
                    Arrays.copyOfRange(upstream, start, start + count),
                    values);
                return values;
              });
      System.arraycopy(part, 0, result, from, count);
    }
  }

  private float[] fetch(DeviceBuffer from, int count) {
    float[] values = new float[count];
    session.device().copyOut(from, FloatBlock.of(values, count), 1, count);
    return values;
  }

  private static int blocks(int count) {
    return (count + THREADS - 1) / THREADS;
  }

  /** The number of a function in kernels.cu. */
  private static int code(Activation function) {
    return switch (function) {
      case RELU -> 0;
      case SIGMOID -> 1;
      case TANH -> 2;
      case GELU -> 3;
    };
  }

  /** Values of each of so many buffers that fit together. */
  private int elements(int buffers) {
    return (int) Math.clamp(session.memory().limit() / (8L * buffers), THREADS, 1L << 26);
  }
}
