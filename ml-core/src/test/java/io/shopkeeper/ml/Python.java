package io.shopkeeper.ml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs scikit-learn and numpy as independent implementations; tests are skipped without them. */
public final class Python {

  private static final Optional<String> COMMAND =
      List.of("python3", "/usr/bin/python3").stream().filter(Python::hasLibraries).findFirst();

  private Python() {}

  /**
   * The numbers that a script prints, divided by white space.
   *
   * @param script finds the numbers of the input in the list {@code x}; numpy is there as {@code
   *     np}
   */
  public static double[] run(String script, double... input) {
    Assumptions.assumeTrue(
        COMMAND.isPresent(), "skipped: no python3 with numpy and scikit-learn on this machine");
    String text =
        "import sys, numpy as np\nx = [float(t) for t in sys.stdin.read().split()]\n" + script;
    String numbers = String.join(" ", Arrays.stream(input).mapToObj(Double::toString).toList());
    return Arrays.stream(output(COMMAND.get(), text, numbers).strip().split("\\s+"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static boolean hasLibraries(String command) {
    try {
      output(command, "import numpy, sklearn", "");
      return true;
    } catch (UncheckedIOException | IllegalStateException missing) {
      return false;
    }
  }

  private static String output(String command, String script, String input) {
    try {
      Process process =
          new ProcessBuilder(command, "-c", script)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var out = process.outputWriter(StandardCharsets.US_ASCII)) {
        out.write(input);
      }
      String found = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException("python failed: " + script);
      }
      return found;
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
