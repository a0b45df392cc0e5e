package io.shopkeeper.ml.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The PTX that is shipped. */
class ShippedCodeTest {

  @Test
  void holdsEveryKernel() throws IOException {
    try (InputStream in = CudaKernels.class.getResourceAsStream("kernels.ptx")) {
      String code = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(code).contains(".version 7.8");
      for (DeviceKernel kernel : DeviceKernel.values()) {
        assertThat(code).contains(".entry " + kernel.function() + "(");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sm_75", "sm_80", "sm_90"})
  void isAcceptedByTheAssembler(String architecture) throws IOException, InterruptedException {
    Path code = Path.of("src/main/resources/io/shopkeeper/ml/cuda/kernels.ptx");
    Path result = Files.createTempFile("kernels", ".cubin");
    try {
      Process assembler =
          new ProcessBuilder(
                  "ptxas", "-arch=" + architecture, "-o", result.toString(), code.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(assembler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(assembler.waitFor()).as(said).isZero();
      assertThat(Files.size(result)).isPositive();
    } catch (IOException missing) {
      Assumptions.abort("the CUDA compiler (ptxas) is not installed");
    } finally {
      Files.delete(result);
    }
  }
}
