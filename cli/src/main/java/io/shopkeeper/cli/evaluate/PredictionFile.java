package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes test cases, so that anybody can take the metrics again. Nothing without a path. */
final class PredictionFile implements AutoCloseable {

  private final Path path;
  private final CSVPrinter printer;

  PredictionFile(Path path, String... header) {
    this.path = path;
    try {
      printer =
          path == null
              ? null
              : new CSVPrinter(
                  Files.newBufferedWriter(path, StandardCharsets.UTF_8),
                  CSVFormat.DEFAULT.builder().setHeader(header).get());
    } catch (IOException problem) {
      throw cannot(path, problem);
    }
  }

  void write(Object... cells) {
    if (printer != null) {
      try {
        printer.printRecord(cells);
      } catch (IOException problem) {
        throw cannot(path, problem);
      }
    }
  }

  @Override
  public void close() {
    if (printer != null) {
      try {
        printer.close(true);
      } catch (IOException problem) {
        throw cannot(path, problem);
      }
    }
  }

  private static CommandFailedException cannot(Path path, IOException problem) {
    return new CommandFailedException(
        "Cannot write " + path + ": " + problem.getMessage(), problem);
  }
}
