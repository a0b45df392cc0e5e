package io.shopkeeper.cli.importing;

import io.shopkeeper.cli.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a folder of pictures into a zip, as the shop takes them. */
final class PictureFolder {

  private PictureFolder() {}

  /** A temporary zip; the caller removes it. */
  static Path pack(Path folder) {
    try {
      Path zip = Files.createTempFile("pictures", ".zip");
      try (var out = new ZipOutputStream(Files.newOutputStream(zip));
          Stream<Path> files = Files.walk(folder)) {
        out.setLevel(Deflater.NO_COMPRESSION);
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          out.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
          Files.copy(file, out);
          out.closeEntry();
        }
      }
      return zip;
    } catch (IOException problem) {
      throw new CommandFailedException("Cannot pack " + folder + ".", problem);
    }
  }
}
