package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.foreign.ForeignLibrary;
import io.shopkeeper.ml.kernel.foreign.ForeignLibrary.UnavailableException;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Runs kernels.cu, compiled as C++ against emulator.h, on the CPU. */
final class EmulatedDevice implements Device {

  private static final Path SOURCES = Path.of("src");
  private static final Path LIBRARY = Path.of("target", "emulator.so");

  private final MethodHandle launch;
  private final MethodHandle allocate;
  private final MethodHandle free;
  private final MethodHandle copy;
  private final Set<Long> held = new HashSet<>();

  private EmulatedDevice(ForeignLibrary library) throws UnavailableException {
    launch =
        library.function(
            "sk_launch", int.class, Object.class, int.class, int.class, int.class, Object.class);
    allocate = library.function("sk_allocate", long.class, long.class);
    free = library.function("sk_free", void.class, long.class);
    copy = library.function("sk_copy", void.class, Object.class, Object.class, long.class);
  }

  /**
   * Builds and loads the emulator, once a run.
   *
   * @throws UnavailableException without a C++ compiler, or on Java 21
   */
  static EmulatedDevice open() throws UnavailableException {
    return new EmulatedDevice(Once.library());
  }

  /**
   * cuBLAS' interface on the same memory.
   *
   * @throws UnavailableException as {@link #open}
   */
  static Cublas cublas() throws UnavailableException {
    return new Cublas(Once.library());
  }

  private static final class Once {

    private static ForeignLibrary library;

    private static synchronized ForeignLibrary library() throws UnavailableException {
      if (library == null) {
        build();
        library = ForeignLibrary.open(LIBRARY.toAbsolutePath());
      }
      return library;
    }

    private static void build() throws UnavailableException {
      try {
        Files.createDirectories(LIBRARY.getParent());
        Process compiler =
            new ProcessBuilder(
                    "g++",
                    "-shared",
                    "-fPIC",
                    "-O2",
                    "-ffp-contract=off",
                    "-I" + SOURCES.resolve("main/cuda"),
                    "-I" + SOURCES.resolve("test/cuda"),
                    "-o",
                    LIBRARY.toString(),
                    SOURCES.resolve("test/cuda/emulator.cpp").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (compiler.waitFor() != 0) {
          throw new AssertionError("kernels.cu does not compile as C++:\n" + said);
        }
      } catch (IOException missing) {
        throw new UnavailableException("no C++ compiler (g++) is installed", missing);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new UnavailableException("interrupted", stopped);
      }
    }
  }

  private record Buffer(long address, long bytes) implements DeviceBuffer {}

  @Override
  public String description() {
    return "emulated on the CPU";
  }

  @Override
  public long memory() {
    return 1L << 30;
  }

  /** Buffers that were not given back. */
  int held() {
    return held.size();
  }

  @Override
  public DeviceBuffer allocate(long bytes) {
    long address = (long) call(allocate, bytes);
    held.add(address);
    return new Buffer(address, bytes);
  }

  @Override
  public void free(DeviceBuffer buffer) {
    if (!held.remove(address(buffer))) {
      throw new AssertionError("given back twice");
    }
    call(free, address(buffer));
  }

  @Override
  public void copyIn(DeviceBuffer to, FloatBlock from, int rows, int columns) {
    float[] packed = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      FloatBlock part = from.at(row, 0);
      System.arraycopy(part.values(), part.offset(), packed, row * columns, columns);
    }
    in(to, packed, 0, packed.length);
  }

  @Override
  public void copyIn(DeviceBuffer to, int[] from, int offset, int count) {
    in(to, from, offset, count);
  }

  private void in(DeviceBuffer to, Object from, int offset, int count) {
    fits(to, count);
    if (count > 0) {
      call(
          copy,
          ForeignLibrary.address(address(to)),
          ForeignLibrary.slice(from, offset),
          4L * count);
    }
  }

  @Override
  public void copyOut(DeviceBuffer from, FloatBlock to, int rows, int columns) {
    float[] packed = new float[rows * columns];
    out(from, packed, 0, packed.length);
    for (int row = 0; row < rows; row++) {
      FloatBlock part = to.at(row, 0);
      System.arraycopy(packed, row * columns, part.values(), part.offset(), columns);
    }
  }

  @Override
  public void copyOut(DeviceBuffer from, int[] to, int offset, int count) {
    out(from, to, offset, count);
  }

  private void out(DeviceBuffer from, Object to, int offset, int count) {
    fits(from, count);
    if (count > 0) {
      call(
          copy,
          ForeignLibrary.slice(to, offset),
          ForeignLibrary.address(address(from)),
          4L * count);
    }
  }

  private static void fits(DeviceBuffer buffer, int count) {
    if (4L * count > buffer.bytes()) {
      throw new AssertionError(count + " values do not fit " + buffer.bytes() + " bytes");
    }
  }

  @Override
  public void launch(DeviceKernel kernel, int gridX, int gridY, Object... arguments) {
    long[] words = new long[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] =
          switch (arguments[i]) {
            case Integer number -> number;
            case Float number -> Float.floatToRawIntBits(number);
            case Buffer buffer -> buffer.address();
            default -> throw new AssertionError("no argument of a kernel: " + arguments[i]);
          };
    }
    byte[] name = (kernel.function() + "\0").getBytes(StandardCharsets.US_ASCII);
    int outcome =
        (int)
            call(
                launch,
                ForeignLibrary.slice(name, 0),
                gridX,
                gridY,
                kernel.threads(),
                ForeignLibrary.slice(words, 0));
    if (outcome != 0) {
      throw new AssertionError(
          outcome == 1
              ? "there is no kernel " + kernel.function()
              : "threads of " + kernel.function() + " parted at a barrier");
    }
  }

  static long address(DeviceBuffer buffer) {
    return ((Buffer) buffer).address();
  }

  private static Object call(MethodHandle function, Object... arguments) {
    try {
      return function.invokeWithArguments(arguments);
    } catch (RuntimeException | Error problem) {
      throw problem;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public void close() {}
}
