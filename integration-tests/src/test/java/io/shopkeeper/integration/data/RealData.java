package io.shopkeeper.integration.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where real data sets lie: the system property {@code shopkeeper.testdata}, the environment
 * variable {@code SHOPKEEPER_TEST_DATA}, or a folder {@code ../shared/data} beside the repository.
 */
final class RealData {

  private RealData() {}

  /** A file, or the test ends here and says why. */
  static Path require(String path) {
    Path file = folder().resolve(path);
    assumeTrue(Files.isRegularFile(file), "Left out: there is no " + file);
    return file;
  }

  private static Path folder() {
    return Optional.ofNullable(System.getProperty("shopkeeper.testdata"))
        .or(() -> Optional.ofNullable(System.getenv("SHOPKEEPER_TEST_DATA")))
        .map(Path::of)
        .orElse(Path.of(System.getProperty("shopkeeper.home"), "..", "shared", "data"))
        .toAbsolutePath()
        .normalize();
  }
}
