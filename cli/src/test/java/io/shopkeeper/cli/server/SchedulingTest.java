package io.shopkeeper.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulingTest {

  @TempDir private Path folder;

  @Test
  void theFirstProgramOnThePathIsTaken() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path first = program("first");
    Path second = program("second");
    assertThat(Scheduling.prefix(empty + ":" + first + ":" + second))
        .containsExactly(first.resolve("chrt").toString(), "--batch", "0");
  }

  @Test
  void withoutItTheServerStartsAsEver() throws IOException {
    assertThat(Scheduling.prefix(null)).isEmpty();
    assertThat(Scheduling.prefix("")).isEmpty();
    Files.createFile(folder.resolve("chrt"));
    assertThat(Scheduling.prefix(folder.toString())).as("not to be executed").isEmpty();
  }

  private Path program(String name) throws IOException {
    Path path = Files.createDirectory(folder.resolve(name));
    assertThat(Files.createFile(path.resolve("chrt")).toFile().setExecutable(true)).isTrue();
    return path;
  }
}
