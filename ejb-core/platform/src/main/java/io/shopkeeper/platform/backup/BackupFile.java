package io.shopkeeper.platform.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A backup that was written: opened, and found to be whole. */
public final class BackupFile implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final ZipFile zip;
  private final BackupManifest manifest;

  private BackupFile(ZipFile zip, BackupManifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens a file and compares every checksum before anything is loaded.
   *
   * @throws DamagedBackupException if it is no backup, of a later format, or damaged
   */
  public static BackupFile open(Path path) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (java.util.zip.ZipException noZip) {
      throw new DamagedBackupException(path + " is not a whole backup: " + noZip.getMessage());
    }
    try {
      var file = new BackupFile(zip, manifest(zip, path));
      file.verify();
      return file;
    } catch (IOException | RuntimeException problem) {
      zip.close();
      throw problem;
    }
  }

  private static BackupManifest manifest(ZipFile zip, Path path) throws IOException {
    ZipEntry entry = zip.getEntry(BackupWriter.MANIFEST);
    if (entry == null) {
      throw new DamagedBackupException(path + " is not a backup of a shop: it has no manifest.");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      BackupManifest manifest = BackupWriter.JSON.readValue(in, BackupManifest.class);
      if (manifest.format() != BackupManifest.FORMAT) {
        throw new DamagedBackupException(
            "%s has the format %d; this version reads the format %d."
                .formatted(path, manifest.format(), BackupManifest.FORMAT));
      }
      return manifest;
    }
  }

  private void verify() throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (BackupManifest.Table table : manifest.tables()) {
      MessageDigest digest = BackupWriter.sha256();
      try (InputStream in = open(table)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      }
      if (!HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
        throw new DamagedBackupException(
            "The backup is damaged: the checksum of the table " + table.name() + " differs.");
      }
    }
  }

  private InputStream open(BackupManifest.Table table) throws IOException {
    ZipEntry entry = zip.getEntry(BackupWriter.entry(table.name()));
    if (entry == null) {
      throw new DamagedBackupException(
          "The backup is damaged: the table " + table.name() + " is missing.");
    }
    return zip.getInputStream(entry);
  }

  public BackupManifest manifest() {
    return manifest;
  }

  /** A table's lines, each an array of values. */
  BufferedReader lines(BackupManifest.Table table) throws IOException {
    return new BufferedReader(new InputStreamReader(open(table), StandardCharsets.UTF_8), BUFFER);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
