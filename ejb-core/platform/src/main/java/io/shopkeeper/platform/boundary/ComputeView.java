package io.shopkeeper.platform.boundary;

import java.util.List;

/**
 * What computes here.
 *
 * @param backend that computes now: cuda, blas, vector or scalar
 * @param description what it runs on
 * @param wanted what the administrator chose; auto lets the best compute
 * @param threads that kernels share
 * @param backends all of them, by falling preference
 */
public record ComputeView(
    String backend, String description, String wanted, int threads, List<Backend> backends) {

  /** In one line. */
  public String summary() {
    return "%s: %s".formatted(backend, description);
  }

  /**
   * One backend.
   *
   * @param name cuda, blas, vector or scalar
   * @param usable whether it loaded and passed its self-test
   * @param chosen whether it computes now
   * @param detail what it runs on, or why it is not used
   */
  public record Backend(String name, boolean usable, boolean chosen, String detail) {}
}
