package io.shopkeeper.catalog.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.ServerFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerFolderTest {

  @TempDir private Path outside;
  private ServerFolder folder;

  @BeforeEach
  void prepare() throws Exception {
    Path root = Files.createDirectories(outside.resolve("open/sub"));
    Files.writeString(outside.resolve("secret.csv"), "id\n1\n");
    Files.writeString(root.resolve("a.csv"), "id\n1\n");
    Files.writeString(root.resolve(".hidden"), "x");
    Files.createSymbolicLink(root.resolve("way-out.csv"), outside.resolve("secret.csv"));
    folder = new ServerFolder(outside.resolve("open"));
  }

  @Test
  void filesWithinAreShownAndFound() {
    assertThat(folder.list()).extracting(ServerFile::path).containsExactly("sub/a.csv");
    assertThat(folder.find("sub/a.csv")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.csv",
        "sub/../../secret.csv",
        "sub/way-out.csv",
        "/etc/passwd",
        "",
        "sub",
        "sub/\u0000a.csv",
        "missing.csv"
      })
  void nothingOutsideIsReached(String path) {
    assertThat(folder.find(path)).isEmpty();
  }
}
