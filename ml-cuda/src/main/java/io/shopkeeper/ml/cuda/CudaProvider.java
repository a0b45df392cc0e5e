package io.shopkeeper.ml.cuda;

import io.shopkeeper.ml.kernel.KernelProvider;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jcuda.driver.JCudaDriver;

/**
 * Looks for an NVIDIA device. Nothing of CUDA is loaded where the system shows no driver, so a
 * machine without a device pays nothing. The system property {@value #LIMIT} bounds the memory that
 * is used on the device, in megabytes; four fifths of what is free is the default.
 */
public final class CudaProvider implements KernelProvider {

  /** Bounds the device's memory, in megabytes. */
  static final String LIMIT = "shopkeeper.cuda.memory";

  private static final long WORTH_IT = 1L << 24;
  private static final List<Path> SIGNS =
      List.of(
          Path.of("/dev/nvidiactl"),
          Path.of("/dev/dxg"),
          Path.of("C:\\Windows\\System32\\nvcuda.dll"));

  @Override
  public String name() {
    return "cuda";
  }

  @Override
  public Attempt open(Kernels cpu, Workers workers) {
    if (SIGNS.stream().noneMatch(Files::exists)) {
      return Attempt.failed("this machine shows no NVIDIA driver");
    }
    try {
      ownFolder();
      var device = new JCudaDevice(true);
      long limit = Long.getLong(LIMIT, device.memory() >> 20) << 20;
      var kernels = new CudaKernels(new Session(device, limit), cpu, WORTH_IT);
      return new Attempt(Optional.of(kernels), kernels.description(), kernels::close);
    } catch (DeviceException | LinkageError | IOException unfit) {
      return Attempt.failed("the device cannot be used: " + unfit.getMessage());
    }
  }

  /**
   * JCuda unpacks its libraries under fixed names into the folder for temporary files, and a
   * library file belongs to one class loader: each start gets a folder of its own.
   */
  private static synchronized void ownFolder() throws IOException {
    String before = System.getProperty("java.io.tmpdir");
    Path folder = Files.createTempDirectory("shopkeeper-cuda");
    folder.toFile().deleteOnExit();
    System.setProperty("java.io.tmpdir", folder.toString());
    try {
      JCudaDriver.setExceptionsEnabled(false);
    } finally {
      System.setProperty("java.io.tmpdir", before);
    }
  }
}
