package io.shopkeeper.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shopkeeper.ml.kernel.scalar.ScalarKernels;
import org.junit.jupiter.api.Test;

class KernelBackendsTest {

  @Test
  void choosesTheBestThatPassesItsTest() {
    try (var backends = KernelBackends.start(Workers.callerOnly(), "auto")) {
      assertThat(backends.kernels().name()).isIn("vector", "blas");
      assertThat(backends.findings())
          .extracting(BackendFinding::name)
          .containsExactlyInAnyOrder("cuda", "blas", "vector", "scalar");
      assertThat(backends.findings()).filteredOn(BackendFinding::chosen).hasSize(1);
      assertThat(backends.findings())
          .filteredOn(found -> !found.usable())
          .allSatisfy(found -> assertThat(found.detail()).isNotBlank());
    }
  }

  @Test
  void anOwnerCanChoose() {
    try (var backends = KernelBackends.start(Workers.callerOnly(), "scalar")) {
      assertThat(backends.kernels().name()).isEqualTo("scalar");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KernelBackends.start(Workers.callerOnly(), "abacus"))
        .withMessageContaining("auto, cuda, blas, vector, scalar");
  }

  @Test
  void whatIsMissingGivesWayToTheNextAndSaysWhy() {
    try (var backends = KernelBackends.start(Workers.callerOnly(), "cuda")) {
      assertThat(backends.kernels().name()).isIn("vector", "blas");
      assertThat(backends.findings())
          .filteredOn(found -> found.name().equals("cuda"))
          .singleElement()
          .satisfies(found -> assertThat(found.detail()).contains("ml-cuda"));
    }
  }

  @Test
  void theSelfTestFindsAPlantedBug() {
    Kernels right = new ScalarKernels(Workers.callerOnly());
    assertThat(KernelSelfTest.fault(right)).isEmpty();
    Kernels wrong =
        new DelegatingKernels(right) {
          @Override
          public String name() {
            return "wrong";
          }

          @Override
          public String description() {
            return "adds a thousandth";
          }

          @Override
          public void softmax(int rows, int columns, FloatBlock a) {
            delegate().softmax(rows, columns, a);
            a.values()[a.offset()] += 0.001f;
          }
        };
    assertThat(KernelSelfTest.fault(wrong).orElseThrow()).startsWith("softmax: value 0 is");
  }
}
