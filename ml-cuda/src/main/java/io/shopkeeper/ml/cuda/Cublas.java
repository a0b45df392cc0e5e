package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.foreign.ForeignLibrary;
import io.shopkeeper.ml.kernel.foreign.ForeignLibrary.UnavailableException;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * NVIDIA's cuBLAS, where the machine has it installed: its sgemm, of which nothing is shipped with
 * us. It works on the device's current context and its default stream, in order with our own
 * kernels. For one thread at a time.
 *
 * <p>Its matrices are column by column, so it multiplies Cᵀ ← op(B)ᵀ·op(A)ᵀ, which is our C row by
 * row (cuBLAS library, section 2.7.1).
 */
final class Cublas implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("libcublas.so.13", "libcublas.so.12", "libcublas.so.11");
  private static final int PLAIN = 0;
  private static final int TRANSPOSED = 1;

  private final ForeignLibrary library;
  private final MethodHandle multiply;
  private final MethodHandle destroy;
  private final Object handle;

  /**
   * Takes a library that has cuBLAS' functions.
   *
   * @throws UnavailableException if it refuses
   */
  Cublas(ForeignLibrary library) throws UnavailableException {
    this.library = library;
    MethodHandle create = library.function("cublasCreate_v2", int.class, Object.class);
    this.destroy = library.function("cublasDestroy_v2", int.class, Object.class);
    this.multiply =
        library.function(
            "cublasSgemm_v2",
            int.class,
            Object.class,
            int.class,
            int.class,
            int.class,
            int.class,
            int.class,
            Object.class,
            Object.class,
            int.class,
            Object.class,
            int.class,
            Object.class,
            Object.class,
            int.class);
    long[] created = new long[1];
    int status = (int) ForeignLibrary.call(create, ForeignLibrary.slice(created, 0));
    if (status != 0) {
      throw new UnavailableException("cublasCreate gives " + status, null);
    }
    this.handle = ForeignLibrary.address(created[0]);
  }

  /**
   * Opens that of the system.
   *
   * @throws UnavailableException if there is none
   */
  static Cublas open() throws UnavailableException {
    UnavailableException last = null;
    for (String name : NAMES) {
      try {
        ForeignLibrary library = ForeignLibrary.open(name);
        try {
          return new Cublas(library);
        } catch (UnavailableException unfit) {
          library.close();
          last = unfit;
        }
      } catch (UnavailableException missing) {
        last = missing;
      }
    }
    throw last;
  }

  /**
   * Multiplies; the product is done when the device's later work is.
   *
   * @throws DeviceException.Lost if the library reports an error
   */
  void multiply(Product product, long addressOfA, long addressOfB, long addressOfC) {
    int status =
        (int)
            ForeignLibrary.call(
                multiply,
                handle,
                product.shape().transposeB() ? TRANSPOSED : PLAIN,
                product.shape().transposeA() ? TRANSPOSED : PLAIN,
                product.shape().n(),
                product.shape().m(),
                product.shape().k(),
                ForeignLibrary.slice(new float[] {product.alpha()}, 0),
                ForeignLibrary.address(addressOfB),
                product.columnsOfB(),
                ForeignLibrary.address(addressOfA),
                product.columnsOfA(),
                ForeignLibrary.slice(new float[] {product.beta()}, 0),
                ForeignLibrary.address(addressOfC),
                product.shape().n());
    if (status != 0) {
      throw new DeviceException.Lost("cublasSgemm gives " + status);
    }
  }

  @Override
  public void close() {
    ForeignLibrary.call(destroy, handle);
    library.close();
  }
}
