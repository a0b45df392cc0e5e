package io.shopkeeper.cli.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How the operating system divides its processors among the threads of the server: see ADR 0041.
 */
final class Scheduling {

  private Scheduling() {}

  /**
   * What to put in front of the command that starts the server: {@code chrt --batch 0} of
   * util-linux, which then becomes the command itself; nothing where that is not installed.
   *
   * @param path folders of programs, as in the environment; null for none
   */
  static List<String> prefix(String path) {
    return Arrays.stream((path == null ? "" : path).split(":"))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "chrt"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(chrt -> List.of(chrt.toString(), "--batch", "0"))
        .orElse(List.of());
  }
}
