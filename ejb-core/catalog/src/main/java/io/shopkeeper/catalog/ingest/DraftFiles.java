package io.shopkeeper.catalog.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files on disk that belong to no transaction. */
public final class DraftFiles {

  private DraftFiles() {}

  /** Its bytes. */
  public static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** A copy in another folder. */
  public static Path copy(Path file, Path folder) {
    try {
      Path copy = Files.createTempFile(folder, "import-", ".part");
      return Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Removes it, if it is still there. */
  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
