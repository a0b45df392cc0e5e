package io.shopkeeper.ml.kernel;

import java.util.Optional;

/**
 * Kernels that may or may not be had on a machine; found by {@link java.util.ServiceLoader}. Such a
 * provider is optional: a shop without its jar computes on the CPU.
 */
public interface KernelProvider {

  /** A short name, such as cuda. */
  String name();

  /**
   * Looks whether it can compute here. Must not throw for what a machine lacks.
   *
   * @param cpu does what the device cannot, and takes over when the device fails
   */
  Attempt open(Kernels cpu, Workers workers);

  /**
   * What came of it.
   *
   * @param kernels present if it can compute
   * @param detail the device's name, or why there is none
   * @param closing gives back what was taken
   */
  record Attempt(Optional<Kernels> kernels, String detail, Runnable closing) {

    /** It cannot compute here. */
    public static Attempt failed(String reason) {
      return new Attempt(Optional.empty(), reason, () -> {});
    }
  }
}
