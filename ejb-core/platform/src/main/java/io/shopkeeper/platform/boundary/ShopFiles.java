package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.database.DataDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shop's folders on disk, made on demand. */
@ApplicationScoped
public class ShopFiles {

  /** Where uploaded files lie until their import has ended. */
  public Path uploads() {
    return folder("uploads");
  }

  /** Product pictures that the server hands out. */
  public Path media() {
    return folder("media");
  }

  /** Where a module keeps what the database could not take yet. */
  public Path journals() {
    return folder("journals");
  }

  private static Path folder(String name) {
    try {
      return Files.createDirectories(DataDirectory.root().toAbsolutePath().resolve(name));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
