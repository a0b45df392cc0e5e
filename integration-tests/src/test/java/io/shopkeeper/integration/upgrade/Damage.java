package io.shopkeeper.integration.upgrade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Changes a backup as a bad disk or a bad person would. */
final class Damage {

  private Damage() {}

  /** Copies a zip; in one entry a text becomes another. */
  static void replaceInEntry(Path from, Path to, String entry, String text, String other)
      throws IOException {
    try (ZipFile zip = new ZipFile(from.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry each : Collections.list(zip.entries())) {
        byte[] content = zip.getInputStream(each).readAllBytes();
        if (each.getName().equals(entry)) {
          content =
              new String(content, StandardCharsets.UTF_8)
                  .replace(text, other)
                  .getBytes(StandardCharsets.UTF_8);
        }
        out.putNextEntry(new ZipEntry(each.getName()));
        out.write(content);
        out.closeEntry();
      }
    }
  }
}
