package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.foreign.ForeignLibrary.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jcuda.Pointer;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/** The first device of the machine, by the driver interface: no CUDA toolkit is needed. */
final class JCudaDevice implements Device {

  private static final String CODE = "kernels.ptx";
  private static final double SHARE = 0.8;

  private final CUcontext context = new CUcontext();
  private final CopyStream copies;
  private final Optional<Cublas> cublas;
  private final CUmodule module = new CUmodule();
  private final Map<DeviceKernel, CUfunction> functions = new EnumMap<>(DeviceKernel.class);
  private final String description;
  private final long memory;

  /**
   * Takes the device.
   *
   * @param withCublas whether cuBLAS multiplies where the system has it
   */
  JCudaDevice(boolean withCublas) {
    check("cuInit", JCudaDriver.cuInit(0));
    var device = new CUdevice();
    check("cuDeviceGet", JCudaDriver.cuDeviceGet(device, 0));
    check("cuCtxCreate", JCudaDriver.cuCtxCreate(context, 0, device));
    check("cuModuleLoadData", JCudaDriver.cuModuleLoadData(module, code()));
    for (DeviceKernel kernel : DeviceKernel.values()) {
      var function = new CUfunction();
      check(
          kernel.function(), JCudaDriver.cuModuleGetFunction(function, module, kernel.function()));
      functions.put(kernel, function);
    }
    byte[] name = new byte[256];
    check("cuDeviceGetName", JCudaDriver.cuDeviceGetName(name, name.length, device));
    long[] free = new long[1];
    long[] total = new long[1];
    check("cuMemGetInfo", JCudaDriver.cuMemGetInfo(free, total));
    memory = (long) (free[0] * SHARE);
    copies = new CopyStream();
    cublas = withCublas ? cublas() : Optional.empty();
    description =
        "%s, %,d MB%s".formatted(text(name), total[0] >> 20, cublas.isPresent() ? ", cuBLAS" : "");
  }

  private static Optional<Cublas> cublas() {
    try {
      return Optional.of(Cublas.open());
    } catch (UnavailableException missing) {
      return Optional.empty();
    }
  }

  private static String text(byte[] name) {
    int end = 0;
    while (end < name.length && name[end] != 0) {
      end++;
    }
    return new String(name, 0, end, StandardCharsets.UTF_8);
  }

  /** The kernels' code, with the end mark that the driver looks for. */
  private static byte[] code() {
    try (InputStream in = JCudaDevice.class.getResourceAsStream(CODE)) {
      byte[] text = in.readAllBytes();
      return Arrays.copyOf(text, text.length + 1);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A pointer whose address is known. */
  private static final class Address extends CUdeviceptr {

    long value() {
      return getNativePointer();
    }
  }

  private record Buffer(Address pointer, long bytes) implements DeviceBuffer {}

  @Override
  public String description() {
    return description;
  }

  @Override
  public long memory() {
    return memory;
  }

  @Override
  public DeviceBuffer allocate(long bytes) {
    enter();
    var pointer = new Address();
    check("cuMemAlloc", JCudaDriver.cuMemAlloc(pointer, bytes));
    return new Buffer(pointer, bytes);
  }

  @Override
  public void free(DeviceBuffer buffer) {
    enter();
    check("cuCtxSynchronize", JCudaDriver.cuCtxSynchronize());
    copies.order().forget(buffer);
    check("cuMemFree", JCudaDriver.cuMemFree(pointer(buffer)));
  }

  @Override
  public void copyIn(DeviceBuffer to, FloatBlock from, int rows, int columns) {
    in(
        to,
        Math.multiplyExact(rows, columns),
        (into, first, some) -> {
          FloatBuffer floats = into.asFloatBuffer();
          pieces(from, columns, first, some, (at, length) -> floats.put(from.values(), at, length));
        });
  }

  @Override
  public void copyIn(DeviceBuffer to, int[] from, int offset, int count) {
    in(to, count, (into, first, some) -> into.asIntBuffer().put(from, offset + first, some));
  }

  private void in(DeviceBuffer to, int count, CopyStream.Filler filler) {
    if (count > 0) {
      enter();
      copies.copy(to, pointer(to), count, filler);
    }
  }

  @Override
  public void copyOut(DeviceBuffer from, FloatBlock to, int rows, int columns) {
    out(
        from,
        Math.multiplyExact(rows, columns),
        (out, first, some) -> {
          FloatBuffer floats = out.asFloatBuffer();
          pieces(to, columns, first, some, (at, length) -> floats.get(to.values(), at, length));
        });
  }

  @Override
  public void copyOut(DeviceBuffer from, int[] to, int offset, int count) {
    out(from, count, (out, first, some) -> out.asIntBuffer().get(to, offset + first, some));
  }

  private void out(DeviceBuffer from, int count, CopyStream.Drainer drainer) {
    if (count > 0) {
      enter();
      copies.order().beforeWork(List.of(from));
      copies.copyOut(pointer(from), count, drainer);
    }
  }

  /** A piece of an array. */
  private interface Piece {
    void take(int at, int length);
  }

  /** Some values of a matrix, from the first on, as the pieces of its array that hold them. */
  private static void pieces(FloatBlock block, int columns, int first, int some, Piece piece) {
    if (block.stride() == columns) {
      piece.take(block.offset() + first, some);
      return;
    }
    for (int value = first; value < first + some; ) {
      int column = value % columns;
      int length = Math.min(columns - column, first + some - value);
      piece.take(block.offset() + value / columns * block.stride() + column, length);
      value += length;
    }
  }

  @Override
  public void launch(DeviceKernel kernel, int gridX, int gridY, Object... arguments) {
    enter();
    Pointer[] pointers = new Pointer[arguments.length];
    var used = new ArrayList<DeviceBuffer>();
    for (int i = 0; i < pointers.length; i++) {
      pointers[i] = argument(arguments[i]);
      if (arguments[i] instanceof DeviceBuffer buffer) {
        used.add(buffer);
      }
    }
    copies.order().beforeWork(used);
    check(
        kernel.function(),
        JCudaDriver.cuLaunchKernel(
            functions.get(kernel),
            gridX,
            gridY,
            1,
            kernel.threads(),
            1,
            1,
            0,
            null,
            Pointer.to(pointers),
            null));
    copies.order().afterWork(used);
  }

  @Override
  public void multiply(Product product) {
    if (cublas.isEmpty()) {
      product.launchOn(this);
      return;
    }
    enter();
    copies.order().beforeWork(product.buffers());
    cublas
        .get()
        .multiply(product, address(product.a()), address(product.b()), address(product.c()));
    copies.order().afterWork(product.buffers());
  }

  private static long address(DeviceBuffer buffer) {
    return ((Buffer) buffer).pointer().value();
  }

  private static Pointer argument(Object value) {
    return switch (value) {
      case Integer number -> Pointer.to(new int[] {number});
      case Float number -> Pointer.to(new float[] {number});
      case Buffer buffer -> Pointer.to(buffer.pointer());
      default -> throw new IllegalArgumentException("no argument of a kernel: " + value);
    };
  }

  private static CUdeviceptr pointer(DeviceBuffer buffer) {
    return ((Buffer) buffer).pointer();
  }

  /** A context belongs to the thread that works with it. */
  private void enter() {
    check("cuCtxSetCurrent", JCudaDriver.cuCtxSetCurrent(context));
  }

  static void check(String call, int result) {
    if (result == CUresult.CUDA_ERROR_OUT_OF_MEMORY) {
      throw new DeviceException.OutOfMemory(call + ": out of memory");
    }
    if (result != CUresult.CUDA_SUCCESS) {
      throw new DeviceException.Lost(call + ": " + CUresult.stringFor(result));
    }
  }

  @Override
  public void close() {
    enter();
    cublas.ifPresent(Cublas::close);
    copies.close();
    check("cuModuleUnload", JCudaDriver.cuModuleUnload(module));
    check("cuCtxDestroy", JCudaDriver.cuCtxDestroy(context));
  }
}
