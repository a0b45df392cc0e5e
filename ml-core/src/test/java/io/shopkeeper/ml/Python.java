package io.shopkeeper.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What scikit-learn, an independent implementation, makes of the same numbers. Its answers stand in
 * files, so that every machine checks them; {@code mvn -pl ml-core test
 * -Dshopkeeper.python.store=true} asks a python3 with numpy and scikit-learn anew and writes them.
 */
public final class Python {

  private static final String STORE = "shopkeeper.python.store";
  private static final Path FOLDER = Path.of("src/test/resources/io/shopkeeper/ml/python");

  private Python() {}

  /**
   * The numbers that a script prints, divided by white space.
   *
   * @param name of the file that they stand in
   * @param script finds the numbers of the input in the list {@code x}; numpy is there as {@code
   *     np}
   */
  public static double[] run(String name, String script, double... input) {
    Path file = FOLDER.resolve(name + ".txt");
    try {
      if (Boolean.getBoolean(STORE)) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, text(mark(input)) + "\n" + text(ask(script, input)) + "\n");
      }
      assertThat(file).as("answers of scikit-learn; -D%s=true writes them", STORE).exists();
      List<String> lines = Files.readAllLines(file);
      double[] mark = numbers(lines.get(0));
      assertThat(mark(input)).as("the input that was asked about").hasSameSizeAs(mark);
      assertThat(mark(input)).containsExactly(mark, within(1e-6 * Math.max(1, mark[1])));
      return numbers(lines.get(1));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** By which other input is noticed: how many numbers, their sum, and a sum that knows places. */
  private static double[] mark(double[] input) {
    double sum = 0;
    double placed = 0;
    for (int i = 0; i < input.length; i++) {
      sum += Math.abs(input[i]);
      placed += input[i] * (i % 13 - 6);
    }
    return new double[] {input.length, sum, placed};
  }

  private static double[] ask(String script, double[] input) {
    String text =
        "import sys, numpy as np\nx = [float(t) for t in sys.stdin.read().split()]\n" + script;
    String command =
        List.of("python3", "/usr/bin/python3").stream()
            .filter(Python::hasLibraries)
            .findFirst()
            .orElseThrow();
    return numbers(output(command, text, text(input)));
  }

  private static String text(double[] numbers) {
    return DoubleStream.of(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
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
