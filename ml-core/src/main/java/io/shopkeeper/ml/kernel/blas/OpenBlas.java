package io.shopkeeper.ml.kernel.blas;

import io.shopkeeper.ml.kernel.DoubleBlock;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.foreign.ForeignLibrary;
import io.shopkeeper.ml.kernel.foreign.ForeignLibrary.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * The functions of OpenBLAS that we use. Each call runs on one thread: sharing is our workers'
 * matter. The library is the file that the system property {@value #FILE} names, or that of the
 * {@code org.bytedeco:openblas} jar on the class path, or the system's own.
 */
public final class OpenBlas implements AutoCloseable {

  /** Names a library file. */
  public static final String FILE = "shopkeeper.blas.library";

  private static final int ROW_MAJOR = 101;
  private static final int PLAIN = 111;
  private static final int TRANSPOSED = 112;
  private static final List<String> PARTS =
      List.of("libgcc_s.so.1", "libquadmath.so.0", "libgfortran.so.5", "libopenblas.so.0");

  private final ForeignLibrary library;
  private final String origin;
  private final MethodHandle threads;
  private final MethodHandle floats;
  private final MethodHandle vectors;
  private final MethodHandle doubles;

  private OpenBlas(ForeignLibrary library, String origin) throws UnavailableException {
    this.library = library;
    this.origin = origin;
    this.threads = library.function("openblas_set_num_threads", void.class, int.class);
    ForeignLibrary.call(threads, 1);
    this.floats = library.function("cblas_sgemm", void.class, signature(float.class));
    this.vectors =
        library.function(
            "cblas_sgemv",
            void.class,
            int.class,
            int.class,
            int.class,
            int.class,
            float.class,
            Object.class,
            int.class,
            Object.class,
            int.class,
            float.class,
            Object.class,
            int.class);
    this.doubles = library.function("cblas_dgemm", void.class, signature(double.class));
  }

  private static Class<?>[] signature(Class<?> number) {
    return new Class<?>[] {
      int.class,
      int.class,
      int.class,
      int.class,
      int.class,
      int.class,
      number,
      Object.class,
      int.class,
      Object.class,
      int.class,
      number,
      Object.class,
      int.class
    };
  }

  /**
   * Loads it.
   *
   * @throws UnavailableException with the reason
   */
  public static OpenBlas load() throws UnavailableException {
    String file = System.getProperty(FILE);
    if (file != null) {
      return opened(ForeignLibrary.open(Path.of(file)), file);
    }
    String folder = "org/bytedeco/openblas/" + platform() + "/";
    ClassLoader loader = OpenBlas.class.getClassLoader();
    if (loader.getResource(folder + PARTS.getLast()) != null) {
      return opened(ForeignLibrary.open(unpack(loader, folder)), "of org.bytedeco:openblas");
    }
    return opened(ForeignLibrary.open(PARTS.getLast()), "of the system");
  }

  private static OpenBlas opened(ForeignLibrary library, String origin)
      throws UnavailableException {
    try {
      return new OpenBlas(library, origin);
    } catch (UnavailableException unfit) {
      library.close();
      throw unfit;
    }
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").replace("amd64", "x86_64");
    return (system.contains("linux") ? "linux" : system.replaceAll("\\W.*", ""))
        + "-"
        + processor.replace("aarch64", "arm64");
  }

  /** A folder of its own for each process, so that no other program can put a library there. */
  private static Path unpack(ClassLoader loader, String folder) throws UnavailableException {
    try {
      Path target = Files.createTempDirectory("shopkeeper-blas");
      target.toFile().deleteOnExit();
      for (String part : PARTS) {
        try (InputStream in = loader.getResourceAsStream(folder + part)) {
          if (in != null) {
            Path file = target.resolve(part);
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            file.toFile().deleteOnExit();
          }
        }
      }
      return target.resolve(PARTS.getLast());
    } catch (IOException problem) {
      throw new UnavailableException("OpenBLAS could not be unpacked: " + problem, problem);
    }
  }

  /** Where the library comes from, for people. */
  public String origin() {
    return origin;
  }

  /** Threads of its own for the calls that follow: 1 unless benchmarks want more. */
  public void threads(int count) {
    ForeignLibrary.call(threads, count);
  }

  /** y ← A·x. */
  public void gemv(int rows, int columns, FloatBlock a, float[] x, float[] y) {
    ForeignLibrary.call(
        vectors,
        ROW_MAJOR,
        PLAIN,
        rows,
        columns,
        1f,
        ForeignLibrary.slice(a.values(), a.offset()),
        a.stride(),
        ForeignLibrary.slice(x, 0),
        1,
        0f,
        ForeignLibrary.slice(y, 0),
        1);
  }

  /** C ← α·op(A)·op(B) + β·C. */
  public void gemm(GemmShape s, float alpha, FloatBlock a, FloatBlock b, float beta, FloatBlock c) {
    ForeignLibrary.call(
        floats,
        ROW_MAJOR,
        s.transposeA() ? TRANSPOSED : PLAIN,
        s.transposeB() ? TRANSPOSED : PLAIN,
        s.m(),
        s.n(),
        s.k(),
        alpha,
        ForeignLibrary.slice(a.values(), a.offset()),
        a.stride(),
        ForeignLibrary.slice(b.values(), b.offset()),
        b.stride(),
        beta,
        ForeignLibrary.slice(c.values(), c.offset()),
        c.stride());
  }

  /** The same in double precision. */
  public void gemm(
      GemmShape s, double alpha, DoubleBlock a, DoubleBlock b, double beta, DoubleBlock c) {
    ForeignLibrary.call(
        doubles,
        ROW_MAJOR,
        s.transposeA() ? TRANSPOSED : PLAIN,
        s.transposeB() ? TRANSPOSED : PLAIN,
        s.m(),
        s.n(),
        s.k(),
        alpha,
        ForeignLibrary.slice(a.values(), a.offset()),
        a.stride(),
        ForeignLibrary.slice(b.values(), b.offset()),
        b.stride(),
        beta,
        ForeignLibrary.slice(c.values(), c.offset()),
        c.stride());
  }

  @Override
  public void close() {
    library.close();
  }
}
