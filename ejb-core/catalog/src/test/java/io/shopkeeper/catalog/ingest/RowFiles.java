package io.shopkeeper.catalog.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as shops send them, made in a folder of the test. */
final class RowFiles {

  private final Path folder;

  RowFiles(Path folder) {
    this.folder = folder;
  }

  Path of(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "rows", ".part"), content);
  }

  Path of(String content) throws IOException {
    return of(content, StandardCharsets.UTF_8);
  }

  Path of(String content, Charset charset) throws IOException {
    return of(content.getBytes(charset));
  }

  Path gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return of(bytes.toByteArray());
  }

  Path zip(String... entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries.length; i++) {
        zip.putNextEntry(new ZipEntry("rows" + i + ".csv"));
        zip.write(entries[i].getBytes(StandardCharsets.UTF_8));
      }
    }
    return of(bytes.toByteArray());
  }

  /** A gzip of so many mebibytes of one letter, behind a header. */
  Path gzipBomb(int mebibytes) throws IOException {
    Path file = Files.createTempFile(folder, "bomb", ".part");
    byte[] mebibyte = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
      gzip.write("id,title\n1,".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < mebibytes; i++) {
        gzip.write(mebibyte);
      }
    }
    return file;
  }

  static List<RowSource.Row> read(Path file) throws IOException, FileUnreadableException {
    var rows = new ArrayList<RowSource.Row>();
    try (RowSource source = RowSource.open(file)) {
      Optional<RowSource.Row> row = source.next();
      while (row.isPresent()) {
        rows.add(row.get());
        row = source.next();
      }
    }
    return rows;
  }
}
