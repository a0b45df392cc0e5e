package io.shopkeeper.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The shop's folders inside a backup. */
public final class BackupFolders {

  /** Folders of the data directory that belong to a shop, beside its database. */
  public static final List<String> NAMES = List.of("media", "uploads");

  private static final String PREFIX = "files/";

  private BackupFolders() {}

  /** Writes all files; what goes away meanwhile is left out. */
  public static void write(Path data, ZipOutputStream zip) throws IOException {
    for (String name : NAMES) {
      Path folder = data.resolve(name);
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          write(data, file, zip);
        }
      }
    }
  }

  private static void write(Path data, Path file, ZipOutputStream zip) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      zip.putNextEntry(new ZipEntry(PREFIX + data.relativize(file).toString().replace('\\', '/')));
      in.transferTo(zip);
      zip.closeEntry();
    } catch (NoSuchFileException gone) {
      // An upload whose import has just ended.
      return;
    }
  }

  /**
   * Puts the files back in place.
   *
   * @throws DamagedBackupException if a name leads out of the folder
   */
  public static void restore(Path backup, Path data) throws IOException {
    try (ZipFile zip = new ZipFile(backup.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().startsWith(PREFIX) && !entry.isDirectory()) {
          Path target = target(data, entry.getName().substring(PREFIX.length()));
          Files.createDirectories(target.getParent());
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  private static Path target(Path data, String name) {
    Path target = data.resolve(name).normalize();
    boolean inside = NAMES.stream().map(data::resolve).anyMatch(target::startsWith);
    if (!inside) {
      throw new DamagedBackupException("The backup has a file with a wrong name: " + name);
    }
    return target;
  }
}
