package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ServerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that the operator opens for imports with the environment variable {@code
 * SHOPKEEPER_IMPORT_DIR}. Nothing outside it is shown or read, whatever path is asked for and
 * wherever links in it lead.
 */
public final class ServerFolder {

  private static final int DEEPEST = 4;
  private static final int MOST_FILES = 500;

  private final Path root;

  ServerFolder(Path root) throws IOException {
    this.root = root.toRealPath();
  }

  /** The folder, if the operator opened one that exists. */
  public static Optional<ServerFolder> configured() {
    String given = System.getenv("SHOPKEEPER_IMPORT_DIR");
    if (given == null || given.isBlank() || !Files.isDirectory(Path.of(given))) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ServerFolder(Path.of(given)));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Its files by path, some hundred at most. */
  public List<ServerFile> list() {
    try (Stream<Path> files = Files.walk(root, DEEPEST)) {
      return files
          .filter(Files::isRegularFile)
          .filter(this::within)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted(Comparator.naturalOrder())
          .limit(MOST_FILES)
          .map(this::describe)
          .toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private ServerFile describe(Path file) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      String path = root.relativize(file).toString().replace('\\', '/');
      return new ServerFile(path, attributes.size(), attributes.lastModifiedTime().toInstant());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** A file in it. */
  public Optional<Path> find(String path) {
    try {
      Path file = root.resolve(path == null ? "" : path);
      return Files.isRegularFile(file) && within(file) ? Optional.of(file) : Optional.empty();
    } catch (InvalidPathException strange) {
      return Optional.empty();
    }
  }

  private boolean within(Path file) {
    try {
      return file.toRealPath().startsWith(root);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
